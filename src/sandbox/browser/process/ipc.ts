/** Messages between processes, for the one that starts another and for the one that is started: one text of the shelf. */
export { IpcChannel } from './ipc-channel.ts';
export { connectToParent, parentChannel } from './parent-process.ts';
