import { inspect, stripVTControlCharacters, styleText } from 'node:util';

const show = (text: string) => console.log(JSON.stringify(text));
const always = { validateStream: false };
show(styleText('red', 'into a pipe'));
show(styleText('red', 'always', always));
show(styleText(['bold', 'underline', 'bgBlue'], 'many', always));
show(styleText('bold', `a ${styleText('dim', 'b', always)} c`, always));
show(styleText('red', `a ${styleText('green', 'b', always)} c`, always));
show(styleText('#f0a', 'hex', always));
show(styleText('none', 'none', always));
show(stripVTControlCharacters(styleText('red', 'plain', always)));
console.log(inspect({ a: 1, b: 'x', c: null, d: [true] }, { colors: true }) === styleTextObject());
function styleTextObject() {
  const s = (style: string, text: string) => styleText(style as 'red', text, always);
  return `{ a: ${s('yellow', '1')}, b: ${s('green', "'x'")}, c: ${s('bold', 'null')}, d: [ ${s('yellow', 'true')} ] }`;
}
for (const wrong of [() => styleText('rot' as 'red', 'x'), () => styleText('red', 1 as never)]) {
  try {
    wrong();
  } catch (error) {
    console.log((error as { code: string }).code, (error as Error).message.slice(0, 60));
  }
}
