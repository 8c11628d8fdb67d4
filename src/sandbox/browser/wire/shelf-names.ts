/** Modules of the shelf that the engine itself asks for, on both sides of the wire. */

/** No program can import them. */
export const isInternal = (name: string): boolean => name.startsWith('internal/');

/**
 * Shows objects. A sandbox that has its text gives it to every thread before the program, which then cannot change what
 * it is made of.
 */
export const INSPECTION = 'internal/inspect';

/** Runs files that import each other. */
export const CIRCLES = 'internal/circles';

/** The channel of messages between a process and one that it has started. */
export const IPC = 'internal/ipc';
