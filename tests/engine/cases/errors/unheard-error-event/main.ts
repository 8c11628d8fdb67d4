import { EventEmitter } from 'node:events';
process.on('uncaughtException', (error) => console.log(error.message, Object.entries(error)));
setTimeout(() => new EventEmitter().emit('error', new Error('nobody listens')), 1);
setTimeout(() => new EventEmitter().emit('error', { not: 'an error' }), 5);
