// Questions, with callbacks and with promises.
import * as readline from 'node:readline';
import * as promises from 'node:readline/promises';

const ask = promises.createInterface({ input: process.stdin, output: process.stdout });
const name = await ask.question('Name? ');
console.log(`\nHello ${name}.`);
const age = await ask.question('Age? ');
console.log(`\n${Number(age) + 1} next year.`);
ask.close();
await ask.question('Late? ').catch((error) => console.log(error.code, error.message));
const old = readline.createInterface({ input: process.stdin, output: process.stdout, prompt: 'say> ' });
old.question('Colour? ', (colour) => {
  console.log(`\n${colour}`, JSON.stringify(old.getPrompt()));
  old.prompt();
  old.on('line', (line) => {
    console.log(`\nheard ${line}`);
    old.close();
  });
});
old.on('close', () => console.log('closed'));
