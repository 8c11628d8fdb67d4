/** What comes in on standard input, kept until somebody reads it. */

type Reader = (text: string | null) => void;

const waiting: (string | null)[] = [];
let reader: Reader | undefined;

/** `null` is the end. */
export function receiveInput(text: string | null): void {
  waiting.push(text);
  handOver();
}

/** Gives what has come and what will come to a reader, until it lets go or another one takes its place. */
export function readInput(read: Reader): void {
  reader = read;
  handOver();
}

export function stopReading(read: Reader): void {
  if (reader === read) reader = undefined;
}

function handOver(): void {
  while (reader) {
    const text = waiting.shift();
    if (text === undefined) return;
    reader(text);
  }
}
