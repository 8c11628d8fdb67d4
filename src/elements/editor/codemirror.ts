/**
 * CodeMirror, set up for short TypeScript files. Loaded when a reader turns to an editor, not before.
 *
 * It lives in a shadow root: there its styles go into adopted style sheets, which our content security policy allows.
 */
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap, lineNumbers } from '@codemirror/view';
import { appearance } from './appearance.ts';
import { type TabKey, tabKeyInWords } from './tab-key.ts';

export interface Editor {
  setText(text: string): void;
  /** Gives the textbox another name. */
  rename(name: string): void;
  scrollTo(top: number, left: number): void;
  focus(): void;
  close(): void;
}

export interface EditorOptions {
  /** What it holds is replaced by the editor. */
  readonly root: ShadowRoot;
  /** The textbox's accessible name. */
  readonly name: string;
  readonly text: string;
  /** Offsets into the text. */
  readonly selection: { readonly anchor: number; readonly head: number };
  readonly tabKey: TabKey;
  onChange(text: string): void;
}

export function openEditor(options: EditorOptions): Editor {
  const { root, name, text, selection, tabKey, onChange } = options;
  const naming = new Compartment();
  const before = [...root.childNodes];
  root.replaceChildren();
  let quiet = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      selection,
      extensions: [
        naming.of(named(name)),
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        indentUnit.of('  '),
        javascript({ typescript: true }),
        appearance,
        panelKeys(tabKey),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(next) {
      quiet = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      quiet = false;
      view.scrollDOM.scrollLeft = 0; // another text begins where its lines do
    },
    rename: (next) => view.dispatch({ effects: naming.reconfigure(named(next)) }),
    scrollTo(top, left) {
      view.scrollDOM.scrollTop = top;
      view.scrollDOM.scrollLeft = left;
    },
    focus: () => view.focus(),
    close() {
      view.destroy();
      root.replaceChildren(...before);
    },
  };
}

function named(name: string) {
  return EditorView.contentAttributes.of({
    'aria-label': name,
    'aria-description': tabKeyInWords,
    tabindex: '0', // what scrolls must hold something that says it can be reached
    spellcheck: 'false',
    autocapitalize: 'off',
  });
}

/** Tab and Shift+Tab as `TabKey` has it. Mod+Enter and Escape do nothing to the text: the panel around runs and stops by them. */
function panelKeys(tabKey: TabKey) {
  const bindings: readonly KeyBinding[] = [
    { key: 'Mod-Enter', run: () => true },
    { key: 'Tab', run: (view: EditorView) => tabKey.indents && indentMore(view) },
    { key: 'Shift-Tab', run: (view: EditorView) => tabKey.indents && indentLess(view) },
    {
      any: (view: EditorView, { key }: KeyboardEvent) => {
        tabKey.hear(key);
        // CodeMirror's own rule is the opposite, that Tab leaves after Escape. It is set after this handler.
        if (key === 'Escape') queueMicrotask(() => view.setTabFocusMode(false));
        return false;
      },
    },
  ];
  const forget = EditorView.domEventHandlers({
    blur: () => {
      tabKey.indents = false;
    },
  });
  return [Prec.highest(keymap.of(bindings)), forget];
}
