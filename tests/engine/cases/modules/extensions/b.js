export const b = import.meta.filename;
