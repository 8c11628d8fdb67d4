const [, , manner] = process.argv;
const work = setInterval(() => undefined, 1000);
if (manner === 'graceful') {
  process.once('SIGTERM', (signal, number) => {
    console.log('got', signal, number);
    clearInterval(work);
  });
}
if (manner === 'deaf') process.on('SIGTERM', () => console.log('never'));
console.log('ready');
