#!/usr/bin/env node
export const a = import.meta.url.split('/').at(-1);
