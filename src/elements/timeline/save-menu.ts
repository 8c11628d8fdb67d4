/** The menu by which the reader saves a run as a file. What writes the files is loaded when one is wanted. */
import type { SavedRun } from '../../trace/trace-file.ts';
import type { FileKind } from './save-run.ts';

const KINDS: Record<FileKind, string> = {
  svg: 'Picture (SVG)',
  json: 'Trace (JSON)',
  chrome: 'Chrome trace (JSON)',
};

/** `run` gives what is shown when the reader saves it. */
export function saveMenu(run: () => SavedRun): HTMLDetailsElement {
  const menu = document.createElement('details');
  menu.className = 'timeline-save';
  const summary = Object.assign(document.createElement('summary'), { textContent: 'Save' });
  const list = document.createElement('div');
  for (const [kind, words] of Object.entries(KINDS) as [FileKind, string][]) {
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    button.textContent = words;
    button.addEventListener('click', async () => {
      const { saveRun } = await import('./save-run.ts');
      saveRun(kind, run());
      close();
    });
    list.append(button);
  }
  const close = () => {
    menu.open = false;
    summary.focus();
  };
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    close();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  menu.append(summary, list);
  return menu;
}
