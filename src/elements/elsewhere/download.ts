/** Gives a project to the reader as a zip with one folder in it. */
import { downloadZip } from 'client-zip';
import type { Files } from '../../sandbox/engine.ts';

export async function download(name: string, files: Files): Promise<void> {
  const entries = Object.entries(files).map(([file, text]) => ({
    name: `${name}/${file}`,
    input: text,
    lastModified: new Date(),
  }));
  const address = URL.createObjectURL(await downloadZip(entries).blob());
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: `${name}.zip`,
  });
  link.click();
  // The download has its own hold on the data by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
