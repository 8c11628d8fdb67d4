// What became due while the loop was blocked runs afterwards, by due time; an interval does not catch up.
const order: string[] = [];
const interval = setInterval(() => order.push('interval'), 2);
for (const ms of [9, 3, 6]) setTimeout(() => order.push(`timer ${ms}`), ms);
const end = performance.now() + 40;
while (performance.now() < end);
console.log(order.length);
setTimeout(() => {
  clearInterval(interval);
  console.log(order.filter((name) => name.startsWith('timer')), order[0]);
  console.log(order.filter((name) => name === 'interval').length < 20);
}, 12);
