/**
 * The module of the shelf that shows objects. A sandbox that has its text gives it to every thread before the program,
 * which then cannot change what it is made of.
 */
export const INSPECTION = 'internal/inspect';
