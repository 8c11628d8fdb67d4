/** node:buffer */
import { Buffer } from 'buffer/';

const { atob, btoa, Blob } = globalThis;

export { atob, Blob, Buffer, btoa };
export default { Buffer, Blob, atob, btoa };
