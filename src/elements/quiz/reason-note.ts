import { MAX_WRITING } from '../../progress/progress.ts';
import { progress } from '../../progress/storage.ts';
import type { Question } from '../../quiz/kinds.ts';

/** A note for the reader alone: why they answered as they did. It is kept as they write it. */
export function reasonNote({ id, revision }: Question): HTMLElement {
  const kept = progress.value.tables.reasons.get(id);
  const note = document.createElement('details');
  note.className = 'reason-note';
  const summary = document.createElement('summary');
  summary.className = 'label';
  summary.textContent = 'Why did you pick this?';
  const label = document.createElement('label');
  label.textContent =
    'A note for yourself. It stays in this browser, and a review is a good time to read it.';
  const text = document.createElement('textarea');
  text.rows = 3;
  text.maxLength = MAX_WRITING;
  text.value = kept?.revision === revision ? kept.text : '';
  text.addEventListener('input', () =>
    progress.add({ type: 'reason-given', question: id, revision, text: text.value }),
  );
  label.append(text);
  note.append(summary, label);
  note.open = text.value !== '';
  return note;
}
