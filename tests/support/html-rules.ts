import type { ConfigData } from 'html-validate';

/** Rules for the HTML of the built pages; each one that is off has its reason. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // All is served from one origin, over TLS; a hash would say nothing more.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
