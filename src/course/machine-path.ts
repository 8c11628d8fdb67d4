/**
 * Gives the first path in a text that says where something lies on somebody's machine, `/home/ada/course/web.ts`.
 * What a run printed and how it is drawn are shown to every reader, and such a path tells them nothing but that.
 */
export function machinePath(text: string): string | undefined {
  return PATH.exec(text)?.[0];
}

/** A file's URL, a path from a top folder in which people and systems keep their files, or one with a drive. */
const PATH =
  /file:\/{2,3}[^\s"'\\]+|(?<![\w.:/-])\/(?:Users|home|mnt|opt|private|root|srv|tmp|usr|var|workspaces?)\/[^\s"'\\]+|\b[A-Z]:\\+Users\\+[^\s"'\\]+/;
