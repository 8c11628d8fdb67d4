import { handle } from './handle.ts';
import { MOMENTS, openShop } from './shop.ts';

// Ada orders the same thing twice, and means it.
const orders = [
  { id: 1, customer: 'Ada', cents: 500 },
  { id: 2, customer: 'Ben', cents: 900 },
  { id: 3, customer: 'Ada', cents: 500 },
];

for (const moment of MOMENTS) {
  performance.mark(`killed ${moment}`);
  const shop = openShop(orders);
  await shop.live(handle, moment);
  await shop.live(handle, 'never');
  const count = (charge: string) => shop.charged.filter((each) => each === charge).length;
  console.log(`killed ${moment} of order 1:`);
  console.log(`  Ada is charged ${count('Ada 500')} times (she ordered 2)`);
  console.log(`  Ben is charged ${count('Ben 900')} times (he ordered 1)`);
}
