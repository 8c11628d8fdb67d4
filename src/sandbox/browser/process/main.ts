/** The script of every worker: waits for the host's `start`, becomes that thread, and runs what it is told to. */
import './dispose-symbols.ts';
import { traceThread } from 'virtual:sandbox/trace-preload';
import { INSPECTION, IPC } from '../wire/shelf-names.ts';
import type { FromThread, ThreadStart, ToThread } from '../wire/thread-messages.ts';
import { engineSide, nodeProcess } from './builtins/process.ts';
import { exportsOfBuiltins } from './builtins/table.ts';
import { becomeWorker, threadEnded } from './builtins/worker-threads.ts';
import { forChild } from './children.ts';
import { required } from './commonjs.ts';
import { drained, entrySettled } from './exit.ts';
import { installGate, loadModule } from './gate.ts';
import { installGlobals } from './globals.ts';
import { answer } from './host-calls.ts';
import { receiveInput } from './input.ts';
import type * as processMessages from './ipc.ts';
import { addRejection, addTick, enter, startLoop } from './loop.ts';
import { openMailboxes } from './mailbox-door.ts';
import { deliverBroadcast, keepPorts } from './message-port.ts';
import { native, scope } from './native.ts';
import { receiveNet } from './net-news.ts';
import { writeOut } from './output.ts';
import { addShelfUrls, loadedAhead } from './shelf.ts';
import { installStackTraces } from './stack-traces.ts';
import { isCommonjs, moduleAt, setThread, tellHost, thread } from './thread.ts';
import { receiveMail } from './thread-mail.ts';
import { uncaught, uncaughtLater, unhandledRejection } from './uncaught.ts';

scope.onmessage = ({ data, ports }) => {
  const message = data as ToThread;
  if (message.type !== 'start') return;
  keepPorts(ports.filter((port) => port !== message.parent?.port));
  void begin(message);
};
installGate();
native.post({ type: 'ready', builtins: exportsOfBuiltins() } satisfies FromThread);

async function begin(start: ThreadStart): Promise<void> {
  setThread(start);
  scope.onmessage = null;
  // Before all listeners of the program, which hears nothing of it, however it came by a way to listen.
  addEventListener('message', hear, true);
  listenForErrors();
  installStackTraces();
  // If the sandbox has what shows objects: a program could change what it is made of.
  loadedAhead(INSPECTION, start.shelf);
  installGlobals();
  openMailboxes((name) => loadedAhead(name, start.shelf));
  engineSide.begin(start);
  if (start.parent) becomeWorker(start, start.parent);
  else connectToParent(start);
  startLoop({ uncaught, drained });
  try {
    // It also asks for modules that are on the shelf: they can be found only after it, or every thread would load them.
    if (start.isTraced) traceThread((text) => writeOut('stdout', text));
    addShelfUrls(start.shelf);
    const entry = moduleAt(start.argv[1] ?? '');
    for (const url of start.load) {
      // What CommonJS leaves behind comes in Node's order only if it runs as a callback of the loop.
      if (url === entry?.url && isCommonjs(entry)) enter(() => required(entry.path));
      else await loadModule(url);
    }
    entrySettled();
  } catch (error) {
    enter(() => uncaughtLater(error));
  }
}

let ipc: typeof processMessages | undefined;

function connectToParent({ process, shelf }: ThreadStart): void {
  if (process.channel === undefined) return;
  ipc = loadedAhead(IPC, shelf);
  ipc?.connectToParent(process.channel);
}

// The browser's own: a program may put its functions in their place, to hear of the event by them.
const { apply } = Reflect;
const { stopImmediatePropagation } = Event.prototype;
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')
  ?.get as () => ToThread;

function hear(event: MessageEvent): void {
  apply(stopImmediatePropagation, event, []);
  // Nothing that the program has dispatched.
  if (event.isTrusted) receive(apply(dataOf, event, []));
}

function receive(message: ToThread): void {
  switch (message.type) {
    case 'start':
      return;
    case 'reply':
    case 'linked':
    case 'called':
      enter(() => answer(message.id, message.result));
      return;
    case 'thread-ended':
      threadEnded(message.thread, message.code, message.fault);
      return;
    case 'input':
      // Whoever writes to a pipe waits for this; what threads write to each other is not bounded.
      if (thread().thread === 0) tellHost({ type: 'input-taken' });
      enter(() => receiveInput(message.text));
      return;
    case 'broadcast':
      deliverBroadcast(message.name, message.value, message.sender);
      return;
    case 'net':
      enter(() => receiveNet(message.news));
      return;
    case 'mail':
      receiveMail(message.news);
      return;
    case 'input-end':
      enter(() => receiveInput(null));
      return;
    case 'signal':
      enter(() => engineSide.receiveSignal(message.signal));
      return;
    case 'orphaned':
      engineSide.loseParent();
      return;
    case 'message':
      if (message.from === 'parent') enter(() => ipc?.parentChannel()?.receive(message.value));
      else forChild(message.from, (child) => child.message(message.value));
      return;
    case 'disconnected':
      if (message.from === 'parent') enter(() => ipc?.parentChannel()?.disconnected());
      else forChild(message.from, (child) => child.disconnected());
      return;
    case 'child-output':
      forChild(message.child, (child) => child.output(message.stream, message.bytes));
      return;
    case 'child-input-taken':
      forChild(message.child, (child) => child.inputTaken());
      return;
    case 'child-ended':
      forChild(message.child, (child) => child.ended(message.end));
      return;
  }
}

function listenForErrors(): void {
  addEventListener('error', (event) => {
    event.preventDefault();
    const { error, message } = event as ErrorEvent;
    // A listener of an EventTarget threw: those after it come first, and whoever dispatched the event.
    addTick(() => {
      throw error ?? new Error(message);
    });
  });
  // Firefox and WebKit report a rejection before ticks that may still handle it.
  const untold = new Set<Promise<unknown>>();
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    const { reason, promise } = event as PromiseRejectionEvent;
    untold.add(promise);
    addRejection(() => {
      if (untold.delete(promise)) unhandledRejection(reason, promise);
    });
  });
  addEventListener('rejectionhandled', (event) => {
    const { promise } = event as PromiseRejectionEvent;
    if (untold.delete(promise)) return;
    enter(() => nodeProcess.emit('rejectionHandled', promise));
  });
}
