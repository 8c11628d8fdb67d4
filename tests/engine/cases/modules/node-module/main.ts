// node:module
import Module, { builtinModules, createRequire, isBuiltin } from 'node:module';

console.log(['fs', 'node:fs', 'fs/promises', 'test', 'node:test', 'wasi', 'nope', './fs'].map(isBuiltin));
console.log(builtinModules.length > 60, builtinModules.includes('worker_threads'));
console.log(Module.createRequire === createRequire, Module.isBuiltin('os'), Module.Module === Module);
