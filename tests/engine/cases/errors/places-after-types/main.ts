interface Options<T> {
  value: T;
  again?: (value: T) => Promise<T>;
}
type Handler = <T extends object>(options: Options<T>) => asserts options is Required<Options<T>>;

const handle: Handler = <T extends object>(options: Options<T>): void => {
  const { again } = options as Required<Options<T>>; if (!again) throw new Error('no again');
};
function outer<const T extends readonly unknown[]>(this: unknown, list: T, last?: boolean): void {
  handle<{ list: T }>({ value: { list } } satisfies Options<{ list: T }>);
}
outer.call(undefined, [1, 2] as const);
