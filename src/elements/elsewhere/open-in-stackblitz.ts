/** Opens a program as a project of StackBlitz, in a new tab. This sends its files to stackblitz.com. */
import sdk from '@stackblitz/sdk';
import type { SharedProgram } from '../../sandbox/share-link.ts';
import { type About, nodeProject } from './node-project.ts';

/**
 * The Node.js that StackBlitz takes instead of its default, an older one that does not take types away.
 * https://github.com/stackblitz/webcontainer-core/issues/560
 */
const NODE_OF_STACKBLITZ = '22.22.0';

export function openInStackBlitz(program: SharedProgram, about: About): void {
  sdk.openProject(
    {
      template: 'node',
      title: about.title,
      files: nodeProject(program, about, NODE_OF_STACKBLITZ),
    },
    { newWindow: true, openFile: program.entry },
  );
}
