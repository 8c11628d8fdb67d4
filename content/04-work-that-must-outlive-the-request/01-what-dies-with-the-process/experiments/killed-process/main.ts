// The mail server, and whoever kills the web process.
import { fork } from 'node:child_process';
import { once } from 'node:events';

const KILL_AT = 7; // while this e-mail is under way
const SIGNAL = 'SIGKILL';

const answered: number[] = [];
const mailed: number[] = [];

/** One life of the web process: these visitors sign up in it. */
async function live(life: string, first: number, last: number) {
  const args = [`${life} life`, String(first), String(last)];
  const web = fork(new URL('web.ts', import.meta.url), args);
  web.on('message', (message: { answered?: number; mail?: number }) => {
    if (message.answered) answered.push(message.answered);
    if (!message.mail) return;
    if (message.mail === KILL_AT) {
      web.kill(SIGNAL);
      return;
    }
    mailed.push(message.mail);
    web.send('accepted');
  });
  const [code, signal] = await once(web, 'exit');
  console.log(`${life} life: ended by ${signal ?? `itself, ${code}`}`);
}

await live('first', 1, 10);
await live('second', 11, 12); // what a supervisor does: start it again

const counts = Array.from({ length: 12 }, (_, index) => {
  return mailed.filter((visitor) => visitor === index + 1).length;
});
const lost = answered.filter((visitor) => !mailed.includes(visitor)).length;
console.log(`answered: ${answered.length} visitors`);
console.log(`e-mails of visitors 1 to 12: ${counts.join('')}`);
console.log(`promised and lost: ${lost}`);
performance.mark('result', { detail: { lost } });
