/** The npm packages that a program may import on every engine, in the versions of the project's own package.json. */
export const shippedPackages = ['p-limit', 'p-queue', 'p-retry'] as const;
