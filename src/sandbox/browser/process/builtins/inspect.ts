/** All that shows values as Node does; `inspection.ts` says when it is loaded. */
import { installWebInspect } from '../web-inspect.ts';

export {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
export { consoleTable } from './console-table.ts';

installWebInspect();
