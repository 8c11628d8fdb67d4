import type { ConfigData } from 'html-validate';

/** Rules for the HTML of the built pages; each one that is off has its reason. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Highlighted code carries its colours as custom properties; the policy allows style attributes.
    'no-inline-style': 'off',
    // HTML does not mind, and the pages and the sandbox's document are written by different hands.
    'doctype-style': 'off',
    // The course's tree is in a page twice, for narrow and for wide windows, and displayed once:
    // axe looks at the landmarks that are displayed.
    'unique-landmark': 'off',
    // Boxes of one question are one answer of many values under one name.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // The form of an exercise is sent by its check, which has a button of its own.
    'wcag/h32': 'off',
    // All is served from one origin, over TLS; a hash would say nothing more.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
