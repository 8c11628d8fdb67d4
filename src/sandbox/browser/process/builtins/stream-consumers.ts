/** node:stream/consumers: all of a stream, as one value. */
import { Buffer } from './buffer.ts';

type Source = AsyncIterable<string | ArrayBuffer | Uint8Array> | Iterable<string | Uint8Array>;

export async function buffer(source: Source): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else parts.push(part instanceof Uint8Array ? part : new Uint8Array(part));
  }
  return Buffer.concat(parts);
}

export async function bytes(source: Source): Promise<Uint8Array> {
  return new Uint8Array(await buffer(source));
}

export async function arrayBuffer(source: Source): Promise<ArrayBufferLike> {
  return (await bytes(source)).buffer;
}

export async function blob(source: Source): Promise<Blob> {
  return new Blob([new Uint8Array(await buffer(source))]);
}

export async function text(source: Source): Promise<string> {
  const decoder = new TextDecoder();
  let all = '';
  for await (const part of source) {
    all += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  }
  return all + decoder.decode();
}

export async function json(source: Source): Promise<unknown> {
  return JSON.parse(await text(source));
}
