import { preferences } from '../progress/storage.ts';

/** The select for light, dark, or as the system says. The choice holds on all pages and in all tabs. */
export class ThemeSwitch extends HTMLElement {
  #leave: (() => void) | undefined;

  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    this.hidden = false;
    const choose = () => {
      const value = select.value;
      preferences.choose('theme', value === 'light' || value === 'dark' ? value : 'auto');
    };
    select.addEventListener('change', choose);
    const unsubscribe = preferences.subscribe(({ theme }) => {
      select.value = theme;
      const root = document.documentElement;
      if (theme === 'auto') delete root.dataset['theme'];
      else root.dataset['theme'] = theme;
    });
    this.#leave = () => {
      select.removeEventListener('change', choose);
      unsubscribe();
    };
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }
}

customElements.define('theme-switch', ThemeSwitch);
