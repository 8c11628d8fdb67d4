// Four customers pay once each. The network has a bad day.
import { setTimeout as sleep } from 'node:timers/promises';
import { Bank } from './bank.ts';

const CUSTOMERS = ['Ada', 'Ben', 'Cem', 'Dora'];
const ATTEMPTS = 4;

type Status = number | undefined; // nothing: no answer came
interface Policy {
  mayHelp(status: Status): boolean;
  key?(customer: string): string;
}

const everyFailure: Policy = {
  mayHelp: () => true,
};
const onlyPassing: Policy = {
  mayHelp: (status) => status === undefined || status >= 500,
};
const withAKey: Policy = {
  ...onlyPassing,
  key: (customer) => `order 17 of ${customer}`,
};

async function pay(how: string, policy: Policy) {
  performance.mark(how);
  const bank = new Bank();
  let calls = 0;

  async function retry(customer: string): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      calls++;
      const start = performance.now();
      const key = policy.key?.(customer);
      const status = await bank.charge(customer, key);
      const detail = { attempt, ok: status === 200 };
      performance.measure(`payment ${customer[0]}`, { start, detail });
      if (status === 200 || !policy.mayHelp(status)) return;
      await sleep(20 * 2 ** attempt);
    }
  }

  await Promise.all(CUSTOMERS.map(retry));
  const times = CUSTOMERS.map((customer) => {
    const charges = bank.charges.filter((one) => one === customer);
    return `${customer} ${charges.length}`;
  });
  console.log(`${how}: ${calls} calls, charged: ${times.join(', ')}`);
  return bank.charges.filter((one) => one === 'Cem').length;
}

const chargedCem = await pay('retry every failure', everyFailure);
await pay('retry what may pass', onlyPassing);
const chargedCemWithKey = await pay('the same, with a key', withAKey);
performance.mark('result', { detail: { chargedCem, chargedCemWithKey } });
