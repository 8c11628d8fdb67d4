/** How an event is printed at once, past the event loop. The embedded engine has a way of its own in this file's place. */
export const { writeSync } = process.getBuiltinModule('node:fs');
