export const name: string = import.meta.filename;
export const place: string = import.meta.url;
console.log('loaded');
