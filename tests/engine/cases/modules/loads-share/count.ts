let counted = 0;
export const add = (): number => ++counted;
export const count = (): number => counted;
