export const { dirname, filename } = import.meta;
export const name = new URL('./data.json', import.meta.url).href;
