import * as util from 'node:util';

function Old(this: { a: number }) { this.a = 1; }
function Base() {}
Base.prototype.hello = () => 'hello';
util.inherits(Old as never, Base as never);
console.log(new (Old as never as new () => { hello(): string })().hello(), (Old as never as { super_: unknown }).super_ === Base);
console.log(util.isDeepStrictEqual({ a: [1, new Map([[1, { b: 2 }]])] }, { a: [1, new Map([[1, { b: 2 }]])] }));
console.log(util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(new Set([[1]]), new Set([[1]])));
console.log(util.toUSVString('a\ud800b') === 'a\ufffdb');
console.log(util.format('%s is %d years and %i months, %j %o %% %c.', 'Ada', 36.5, 36.5, { a: 1 }, [1], 'css'), util.format('a', 1, { b: 2 }), util.format('%s', Symbol('s'), null));
const type = new util.MIMEType('Text/HTML; charset=utf-8; q="a b"');
console.log(String(type), type.essence, type.params.get('charset'), [...type.params.keys()]);
type.params.set('x', 'needs "quotes"');
type.subtype = 'plain';
console.log(`${type}`);
try { new util.MIMEType('nothing'); } catch (error) { console.log((error as { code: string }).code); }
console.log(util.parseEnv('A=1\n# no\nB="two words"\nexport C=\'x\'\nD=plain # comment\nE="line\\nbreak"\n'));
console.log(util.getSystemErrorName(-2), util.getSystemErrorMap().get(-17), util.types.isDate(new Date()));
const controller = new AbortController();
setTimeout(() => controller.abort(), 1);
await util.aborted(controller.signal, {});
console.log('aborted');
const old = util.deprecate((n: number) => n + 1, 'old() is old', 'DEP_TEST');
process.on('warning', (warning) => console.log(warning.name, warning.message, (warning as { code?: string }).code));
console.log(old(1), old(2));
const debug = util.debuglog('mine');
debug('never shown');
console.log(debug.enabled);
