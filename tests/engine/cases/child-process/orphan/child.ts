process.once('disconnect', () => {
  console.log('left alone', process.connected);
  setTimeout(() => console.log('done'), 20);
});
process.send?.('up');
