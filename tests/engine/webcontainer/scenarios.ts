/** What can go wrong at the other end. A test names it as its API key, and the stand-in plays it. */
export const scenarios = {
  well: 'nothing goes wrong',
  silent: 'the page in the frame never speaks',
  late: 'it speaks only when the test says so',
  stuck: 'it speaks, and then no container comes',
  refuses: 'the key is not allowed here',
  'no-storage': 'the browser lets the frame store nothing',
  'no-memory': 'the browser has no memory for a container',
  'old-node': 'its Node.js does not take types out by itself',
  deaf: 'it does not end a process that it is told to end',
  drops: 'it says no more once a program has printed "drop"',
  sleeps: 'it says no more once a program has ended that printed "sleep"',
  reloads: 'its page is loaded anew once a program has printed "drop"',
} as const;

export type Scenario = keyof typeof scenarios;
