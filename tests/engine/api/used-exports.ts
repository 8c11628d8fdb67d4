/** Which exports of Node's modules a program uses: by importing them, as members of a whole module, or as globals. */
import ts from 'typescript';

/** Globals that are exports of a module too. */
const globals: Readonly<Record<string, string>> = {
  Buffer: 'buffer',
  Blob: 'buffer',
  File: 'buffer',
  atob: 'buffer',
  btoa: 'buffer',
  setTimeout: 'timers',
  setInterval: 'timers',
  setImmediate: 'timers',
  clearTimeout: 'timers',
  clearInterval: 'timers',
  clearImmediate: 'timers',
  performance: 'perf_hooks',
  MessageChannel: 'worker_threads',
  BroadcastChannel: 'worker_threads',
  TextEncoder: 'util',
  TextDecoder: 'util',
  URL: 'url',
  URLSearchParams: 'url',
  ReadableStream: 'stream/web',
  WritableStream: 'stream/web',
  TransformStream: 'stream/web',
  CompressionStream: 'stream/web',
  DecompressionStream: 'stream/web',
};
/** Globals that are a whole module. */
const globalModules: Readonly<Record<string, string>> = { process: 'process', console: 'console' };

/** As `module/export`, for example `fs/promises/readFile`. */
export function usedExports(path: string, text: string): ReadonlySet<string> {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const used = new Set<string>();
  const whole = new Map(Object.entries(globalModules));

  const bind = (name: ts.BindingName | undefined, module: string) => {
    if (!name) return;
    if (ts.isIdentifier(name)) whole.set(name.text, module);
    else if (ts.isObjectBindingPattern(name)) {
      for (const { propertyName, name: own } of name.elements) {
        used.add(`${module}/${(propertyName ?? own).getText()}`);
      }
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) addImport(node, used, whole);
    else if (ts.isVariableDeclaration(node)) {
      const module = node.initializer && loadedModule(node.initializer);
      if (module !== undefined) bind(node.name, module);
    } else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const module = whole.get(node.expression.text);
      if (module !== undefined) used.add(`${module}/${node.name.text}`);
    } else if (ts.isIdentifier(node) && isFree(node)) {
      const module = Object.hasOwn(globals, node.text) ? globals[node.text] : undefined;
      if (module !== undefined) used.add(`${module}/${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return used;
}

function addImport(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  used: Set<string>,
  whole: Map<string, string>,
): void {
  const module = nodeName(moduleSpecifier);
  if (module === undefined || !importClause || isTypeOnly(importClause)) return;
  if (importClause.name) whole.set(importClause.name.text, module);
  const { namedBindings } = importClause;
  if (!namedBindings) return;
  if (ts.isNamespaceImport(namedBindings)) whole.set(namedBindings.name.text, module);
  else {
    for (const { isTypeOnly: forTypes, propertyName, name } of namedBindings.elements) {
      if (!forTypes) used.add(`${module}/${(propertyName ?? name).text}`);
    }
  }
}

const isTypeOnly = ({ phaseModifier }: ts.ImportClause) =>
  phaseModifier === ts.SyntaxKind.TypeKeyword;

/** Of `await import('node:fs')` and `require('node:fs')`. */
function loadedModule(expression: ts.Expression): string | undefined {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (!ts.isCallExpression(call)) return undefined;
  const loads = call.expression.kind === ts.SyntaxKind.ImportKeyword;
  if (!loads && call.expression.getText() !== 'require') return undefined;
  return call.arguments[0] && nodeName(call.arguments[0]);
}

function nodeName(specifier: ts.Expression): string | undefined {
  if (!ts.isStringLiteral(specifier)) return undefined;
  return specifier.text.startsWith('.') ? undefined : specifier.text.replace(/^node:/, '');
}

/** Whether a name stands for itself: it is no member, and nothing is declared or imported under it here. */
function isFree({ parent, ...node }: ts.Identifier): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression.pos === node.pos;
  if (ts.isImportSpecifier(parent) || ts.isBindingElement(parent)) return false;
  if (ts.isPropertyAssignment(parent)) return parent.name.pos !== node.pos;
  return !ts.isTypeReferenceNode(parent);
}
