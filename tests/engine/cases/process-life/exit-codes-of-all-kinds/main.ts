import { Worker, isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const codes: Record<string, string> = {
    returns: '',
    'exit(7)': 'process.exit(7)',
    'exitCode = 9': 'process.exitCode = 9',
    throws: 'throw new Error("x")',
    'rejects': 'Promise.reject(new Error("y"))',
    'exit event': 'process.on("exit", () => { process.exitCode = 5; })',
    'exit in exit': 'process.on("exit", () => process.exit(6)); process.exit(2)',
  };
  for (const [name, source] of Object.entries(codes)) {
    const worker = new Worker(source, { eval: true });
    worker.on('error', () => undefined);
    console.log(name, await new Promise((resolve) => worker.once('exit', resolve)));
  }
}
