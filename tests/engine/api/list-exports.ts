// A program: prints as JSON what the modules named by its arguments export, or the words with which they are refused.
const modules: Record<string, readonly string[] | string> = {};
for (const name of process.argv.slice(2)) {
  try {
    const names = Object.keys(await import(`node:${name}`));
    modules[name] = names.filter((key) => !['default', 'module.exports'].includes(key)).sort();
  } catch (error) {
    modules[name] = error instanceof Error ? error.message : String(error);
  }
}
console.log(JSON.stringify(modules, null, 1));

export {};
