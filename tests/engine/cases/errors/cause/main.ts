class ConfigError extends Error {
  override name = 'ConfigError';
  readonly path: string;
  constructor(path: string, options: ErrorOptions) {
    super(`Cannot read ${path}`, options);
    this.path = path;
  }
}
function read(path: string): never {
  try {
    throw new SyntaxError('Unexpected comma');
  } catch (cause) {
    throw new ConfigError(path, { cause });
  }
}
try {
  read('a.json');
} catch (error) {
  const { name, message, cause } = error as Error;
  console.log(name, message, String(cause), error instanceof ConfigError);
}
read('b.json');
