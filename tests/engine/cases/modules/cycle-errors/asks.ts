import { nothing } from './asked.ts';

export const something = nothing;
