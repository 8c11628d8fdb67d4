// Two hundred requests from four threads at one server.
import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const seen = new Set<string>();
  const server = http.createServer((request, response) => {
    seen.add(request.url ?? '');
    response.end(request.url);
  });
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo;
  const sums = await Promise.all(
    [0, 1, 2, 3].map(async (id) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { port, id } });
      return (await once(worker, 'message'))[0] as number;
    }),
  );
  console.log(sums, seen.size);
  server.close();
} else {
  const { port, id } = workerData;
  const asks = Array.from({ length: 50 }, async (_, index) => {
    const url = `/${id}/${index}`;
    return (await (await fetch(`http://localhost:${port}${url}`)).text()) === url ? 1 : 0;
  });
  const right = (await Promise.all(asks)).reduce<number>((sum, one) => sum + one, 0);
  parentPort?.postMessage(right);
}
