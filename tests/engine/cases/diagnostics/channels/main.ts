import * as diagnostics from 'node:diagnostics_channel';

const jobs = diagnostics.channel('jobs');
console.log(jobs.name, jobs.hasSubscribers, diagnostics.hasSubscribers('jobs'), diagnostics.channel('jobs') === jobs);
const first = (message: unknown, name: string | symbol) => console.log('first', message, name);
const second = (message: unknown) => console.log('second', message);
diagnostics.subscribe('jobs', first);
jobs.subscribe(second);
jobs.publish({ id: 1 });
console.log(jobs.unsubscribe(first), jobs.unsubscribe(first), jobs.hasSubscribers);
jobs.publish({ id: 2 });
process.on('uncaughtException', (error) => console.log('later:', error.message));
jobs.subscribe(() => {
  throw new Error('a subscriber throws');
});
jobs.publish({ id: 3 });
console.log('the publisher goes on');
try {
  diagnostics.channel(5 as never);
} catch (error) {
  console.log((error as { code: string }).code);
}
console.log(diagnostics.channel(Symbol('s')) instanceof diagnostics.Channel);
