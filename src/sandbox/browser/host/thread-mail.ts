/** Carries mail between the threads of one process. */
import type { ThreadMail } from '../wire/thread-mail.ts';
import type { Thread } from './thread.ts';

export function deliver(
  mail: ThreadMail,
  from: Thread,
  threads: ReadonlyMap<number, Thread>,
): void {
  const to = threads.get(mail.to);
  switch (mail.type) {
    case 'input':
      if (to?.parent !== from) return;
      if (mail.text === null) to.post({ type: 'input-end' });
      else to.post({ type: 'input', text: mail.text });
      return;
    case 'taken':
      to?.post({ type: 'mail', news: { type: 'taken', id: mail.id, taken: mail.taken } });
      return;
    case 'message': {
      const { id, value, transfer } = mail;
      const lost = () => from.post({ type: 'mail', news: { type: 'taken', id, taken: false } });
      if (!to) {
        lost();
        return;
      }
      try {
        to.post({ type: 'mail', news: { type: 'message', from: from.id, id, value } }, transfer);
      } catch {
        // What a browser does not hand over twice.
        lost();
      }
    }
  }
}
