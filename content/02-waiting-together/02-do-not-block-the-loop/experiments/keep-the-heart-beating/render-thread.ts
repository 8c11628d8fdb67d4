// For a second thread: renders the order it was given, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { render } from './render.ts';

parentPort?.postMessage(render(workerData));
