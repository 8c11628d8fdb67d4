interface Job {
  name: string;
}
setImmediate(function job({ name }: Job): void {
  throw new Error(name);
}, { name: 'in an immediate' });
