process.on('disconnect', () => {
  process.exitCode = process.connected ? 1 : 5;
});
process.send?.('up');
