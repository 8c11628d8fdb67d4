export const c: string = 'typed module';
