const { dirname, filename, main, url } = import.meta;
export const own = { dirname, filename, main, url };
