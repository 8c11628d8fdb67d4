import { deploy } from './deploy.ts';

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  const { promised, sent } = await deploy(signal);
  const lost = promised.filter((order) => !sent.includes(order));
  console.log(`${signal}: ${promised.length} promised, ${sent.length} sent`);
  console.log(`  lost: ${lost.length > 0 ? lost.join(', ') : 'none'}`);
}
