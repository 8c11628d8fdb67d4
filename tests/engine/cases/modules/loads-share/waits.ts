import './count.ts';

await new Promise(() => undefined);
