/**
 * How the editor looks: to the pixel and the colour like the code that the server sent, which it replaces in place.
 * The measures are custom properties of `components/FileTabs.astro`; the colours are those of the Shiki themes
 * `github-light-high-contrast` and `github-dark-high-contrast`.
 */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags as t } from '@lezer/highlight';

const frame = EditorView.theme({
  '&': { height: '100%', color: 'light-dark(#0e1116, #f0f3f6)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--code)',
    fontSize: 'var(--code-size)',
    lineHeight: 'var(--code-leading)',
    fontVariantLigatures: 'none',
  },
  '.cm-content': {
    padding: 'var(--code-padding) var(--space-3) var(--code-padding) 0',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink-soft)',
    border: 'none',
    paddingInlineEnd: 'var(--code-gutter-gap)',
  },
  '.cm-lineNumbers .cm-gutterElement': {
    padding: '0',
    minWidth: 'var(--code-gutter)',
    boxSizing: 'border-box',
  },
  '.cm-content ::selection, .cm-line::selection': {
    backgroundColor: 'Highlight',
    color: 'HighlightText',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
});

const colours = HighlightStyle.define([
  {
    tag: [t.keyword, t.operator, t.definitionKeyword, t.modifier],
    color: 'light-dark(#a0111f, #ff9492)',
  },
  { tag: [t.string, t.special(t.string), t.regexp], color: 'light-dark(#032563, #addcff)' },
  {
    tag: [t.number, t.bool, t.null, t.atom, t.constant(t.variableName)],
    color: 'light-dark(#023b95, #91cbff)',
  },
  {
    tag: [t.function(t.variableName), t.function(t.propertyName)],
    color: 'light-dark(#622cbc, #dbb7ff)',
  },
  { tag: [t.typeName, t.className], color: 'light-dark(#702c00, #ffb757)' },
  { tag: t.comment, color: 'light-dark(#66707b, #bdc4cc)' },
]);

export const appearance = [frame, syntaxHighlighting(colours)];
