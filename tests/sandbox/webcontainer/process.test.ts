import type { WebContainerProcess } from '@webcontainer/api';
import { describe, expect, test, vi } from 'vitest';
import type { ProcessEvent } from '../../../src/sandbox/engine.ts';
import { lossInWords } from '../../../src/sandbox/webcontainer/failures.ts';
import { ContainerProcess } from '../../../src/sandbox/webcontainer/process.ts';

/** A process of the client whose output is these pieces, and which ends with 0 once they are read, if it ends. */
function processThat({ prints, ends }: { prints: readonly string[]; ends: boolean }) {
  const written: string[] = [];
  const kill = vi.fn();
  const exit = ends ? Promise.resolve(0) : new Promise<number>(() => undefined);
  const given: WebContainerProcess = {
    exit,
    input: new WritableStream({ write: (text) => void written.push(text) }),
    output: new ReadableStream({
      start(controller) {
        for (const piece of prints) controller.enqueue(piece);
        if (ends) controller.close();
      },
    }),
    kill,
    resize: () => undefined,
  };
  const onOver = vi.fn();
  const wires = { beganAt: performance.now(), lastOutputMs: 500, onOver };
  return { process: new ContainerProcess(given, wires), written, kill, onOver };
}

async function eventsOf({ events }: ContainerProcess): Promise<ProcessEvent[]> {
  const all: ProcessEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('a process in a container', () => {
  test('prints with the line ends that the program wrote, wherever the pieces are cut', async () => {
    const prints = ['one\r', '\ntwo\r\n\r', 'three\r'];
    const { process, onOver } = processThat({ prints, ends: true });
    const events = await eventsOf(process);
    const text = events.map((event) => (event.type === 'output' ? event.text : '')).join('');
    expect(text).toBe('one\ntwo\n\rthree\r');
    expect(events.at(-1)).toEqual({ type: 'exit', outcome: { type: 'exited', code: 0 } });
    expect(onOver).toHaveBeenCalledOnce();
  });

  test('is ended when it prints more than may wait', async () => {
    const prints = Array.from({ length: 9 }, () => 'x'.repeat(1024 * 1024));
    const { process, kill, onOver } = processThat({ prints, ends: false });
    await vi.waitFor(() => expect(onOver).toHaveBeenCalled());
    expect(kill).toHaveBeenCalledOnce();
    const events = await eventsOf(process);
    expect(events).toHaveLength(9);
    expect(events.at(-1)).toEqual({
      type: 'exit',
      outcome: { type: 'crashed', message: lossInWords.flood },
    });
  });

  test('gets the end of input twice in the middle of a line, as a terminal wants it', async () => {
    const { process, written } = processThat({ prints: [], ends: false });
    for (const input of ['\u0004', 'line\n\u0004', 'half\u0004', 'a', '\u0004', '\u0004']) {
      process.write(input);
    }
    await vi.waitFor(() => expect(written).toHaveLength(6));
    expect(written).toEqual([
      '\u0004',
      'line\n\u0004',
      'half\u0004\u0004',
      'a',
      '\u0004\u0004',
      '\u0004',
    ]);
  });

  test('is lost with its container', async () => {
    const { process, onOver } = processThat({ prints: [], ends: false });
    process.kill();
    expect(process.ignoresKill).toBe(true);
    process.lose('silent');
    process.lose('closed');
    expect(process.ignoresKill).toBe(false);
    expect(await eventsOf(process)).toEqual([
      { type: 'exit', outcome: { type: 'crashed', message: lossInWords.silent } },
    ]);
    expect(onOver).toHaveBeenCalledOnce();
  });
});
