/** What stands in a question's form, kept so that a reload loses nothing. */
import type { Draft } from '../../progress/progress.ts';

export function fieldsOf(form: HTMLFormElement): Draft['fields'] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
}

/** Puts kept values back into the controls of a form; those that it does not have any more are left out. */
export function restore(form: HTMLFormElement, fields: Draft['fields']): void {
  const has = (name: string, value: string) =>
    fields.some((field) => field[0] === name && field[1] === value);
  const order: HTMLElement[] = [];
  for (const control of form.elements) {
    if (control instanceof HTMLTextAreaElement)
      control.value = fields.find(([name]) => name === control.name)?.[1] ?? control.value;
    if (!(control instanceof HTMLInputElement)) continue;
    if (control.type === 'radio' || control.type === 'checkbox')
      control.checked = has(control.name, control.value);
    else if (control.type === 'number' || control.name === 'moved')
      control.value = fields.find(([name]) => name === control.name)?.[1] ?? control.value;
  }
  // Events in order are told by where their inputs stand.
  for (const [name, value] of fields)
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type="hidden"]'))
      if (input.name === name && input.value === value) order.push(input.closest('li') ?? input);
  order[0]?.parentElement?.append(...order);
}
