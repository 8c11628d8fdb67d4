process.send?.({ question: 'what', args: process.argv.slice(2), connected: process.connected });
process.on('message', (message) => {
  process.send?.({ thanks: message });
  process.disconnect();
  process.exitCode = 7;
});
