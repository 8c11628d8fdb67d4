import { createServer } from 'node:http';


let count = 0;
const server = createServer((_request, response) => response.end(`answer ${++count}`));
server.listen(0, () => process.send?.((server.address() as { port: number }).port));
