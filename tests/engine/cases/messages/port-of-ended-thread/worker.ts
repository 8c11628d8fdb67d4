import { parentPort, workerData } from 'node:worker_threads';
workerData.postMessage('hi');
parentPort?.once('message', (port) => port.postMessage('there'));
