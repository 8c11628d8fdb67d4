/** The host's ports: who listens where, who is linked to whom, and what is left when a thread is over. */
import { expect, test } from 'vitest';
import { type PortOwner, Ports } from '../../../src/sandbox/browser/host/ports.ts';
import {
  type Frame,
  type ListenResult,
  type NetNews,
  type RequestHead,
  readNetCall,
} from '../../../src/sandbox/browser/wire/net-messages.ts';

class StandInThread implements PortOwner {
  readonly answers: ListenResult[] = [];
  readonly news: NetNews[] = [];
  answerListen(_server: number, result: ListenResult): void {
    this.answers.push(result);
  }
  tell(news: NetNews): void {
    this.news.push(news);
  }
  get frames(): Frame[] {
    return this.news.flatMap((news) => (news.type === 'frame' ? [news.frame] : []));
  }
}

const head: RequestHead = { type: 'request', method: 'GET', target: '/', headers: [] };
const body = (): Frame => ({ type: 'body', bytes: new Uint8Array([1, 2, 3]) });

function linked() {
  const ports = new Ports();
  const server = new StandInThread();
  const client = new StandInThread();
  ports.receive(server, { type: 'listen', server: 1, port: 3000 });
  ports.receive(client, { type: 'open', link: 7, port: 3000, head });
  const opened = server.news[0];
  if (opened?.type !== 'opened') throw new Error('The server heard of no request.');
  return { ports, server, client, link: opened.link };
}

test('one port has one listener, until it stops listening or is over', () => {
  const ports = new Ports();
  const [first, second] = [new StandInThread(), new StandInThread()];
  ports.receive(first, { type: 'listen', server: 1, port: 3000 });
  ports.receive(second, { type: 'listen', server: 1, port: 3000 });
  ports.receive(first, { type: 'unlisten', server: 1 });
  ports.receive(second, { type: 'listen', server: 1, port: 3000 });
  ports.ended(second);
  ports.receive(first, { type: 'listen', server: 2, port: 3000 });
  expect(first.answers).toEqual([
    { ok: true, port: 3000 },
    { ok: true, port: 3000 },
  ]);
  expect(second.answers).toEqual([
    { ok: false, code: 'EADDRINUSE' },
    { ok: true, port: 3000 },
  ]);
});

test('port 0 is a free one each time', () => {
  const ports = new Ports();
  const owner = new StandInThread();
  for (let server = 0; server < 3; server++) {
    ports.receive(owner, { type: 'listen', server, port: 0 });
  }
  const given = owner.answers.map((answer) => answer.ok && answer.port);
  expect(new Set(given).size).toBe(3);
});

test('a thread cannot stop another one from listening', () => {
  const { ports, client, server } = linked();
  ports.receive(client, { type: 'unlisten', server: 1 });
  ports.receive(client, { type: 'open', link: 8, port: 3000, head });
  expect(server.news.filter(({ type }) => type === 'opened')).toHaveLength(2);
});

test('frames reach the other end only, under its own number', () => {
  const { ports, server, client, link } = linked();
  ports.receive(client, { type: 'frame', link: 7, frame: body() });
  ports.receive(server, { type: 'frame', link, frame: { type: 'taken', bytes: 3 } });
  // Numbers of links that it has no end of.
  ports.receive(server, { type: 'frame', link: 7, frame: body() });
  ports.receive(client, { type: 'frame', link, frame: body() });
  expect(server.frames).toEqual([body()]);
  expect(client.news).toEqual([{ type: 'frame', link: 7, frame: { type: 'taken', bytes: 3 } }]);
});

test('nobody there: the client is refused', () => {
  const ports = new Ports();
  const client = new StandInThread();
  ports.receive(client, { type: 'open', link: 1, port: 9, head });
  expect(client.news).toEqual([{ type: 'refused', link: 1, why: 'nobody listens' }]);
});

test('what a thread sent comes before the news of its end, and nothing after', () => {
  const { ports, server, client, link } = linked();
  ports.receive(server, { type: 'frame', link, frame: body() });
  ports.ended(server);
  ports.receive(client, { type: 'frame', link: 7, frame: body() });
  expect(client.frames).toEqual([body(), { type: 'gone' }]);
  expect(server.frames).toEqual([]);
});

test('a link is over when both bodies are complete', () => {
  const { ports, server, client, link } = linked();
  ports.receive(client, { type: 'frame', link: 7, frame: { type: 'end' } });
  ports.receive(server, { type: 'frame', link, frame: { type: 'end' } });
  ports.ended(client);
  expect(server.frames).toEqual([{ type: 'end' }]);
  expect(client.frames).toEqual([{ type: 'end' }]);
});

test.for([
  undefined,
  { type: 'listen', server: 1, port: -1 },
  { type: 'listen', server: 1, port: 80.5 },
  { type: 'listen', server: '1', port: 80 },
  { type: 'open', link: -1, port: 80, head },
  { type: 'open', link: 1, port: 80, head: { method: 1, target: '/' } },
  { type: 'frame', link: 1, frame: { type: 'body', bytes: 'text' } },
  {
    type: 'frame',
    link: 1,
    frame: { type: 'body', bytes: new Uint8Array(new SharedArrayBuffer(1)) },
  },
  { type: 'frame', link: 1, frame: { type: 'request' } },
  { type: 'unheard of' },
])('is no call: %j', (data) => {
  expect(readNetCall(data)).toBeUndefined();
});

test('headers are texts, whatever a thread makes of them', () => {
  const given = { ...head, headers: [['a', 1], 'b', ['c']], more: 'x' };
  expect(readNetCall({ type: 'open', link: 1, port: 80, head: given })).toEqual({
    type: 'open',
    link: 1,
    port: 80,
    head: {
      ...head,
      headers: [
        ['a', '1'],
        ['c', 'undefined'],
      ],
    },
  });
});
