/** What a source file says to others: its imports, and the words of its code without comments. */
import ts from 'typescript';

export interface Source {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Names that the code uses as values without declaring or importing them; `Math.random` and the like in full. */
  readonly globals: readonly string[];
  /** Identifiers in any position. */
  readonly identifiers: readonly string[];
  /** Texts of string literals and templates. */
  readonly strings: readonly string[];
}

export interface Import {
  readonly specifier: string;
  /** Nothing of it is loaded: only its types are imported, or only its place is asked for. */
  readonly typesOnly: boolean;
  /** `import('…')`: loaded when it is reached. */
  readonly dynamic: boolean;
  /** It is in the `<script>` of a component, which readers' browsers load. */
  readonly inScript: boolean;
}

export function readSource(path: string, text: string): Source {
  const { code, scripts } = path.endsWith('.astro')
    ? codeOfAstro(text)
    : { code: text, scripts: [] };
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const imports: Import[] = [];
  const used: string[] = [];
  const identifiers: string[] = [];
  const strings: string[] = [];
  const declared = new Set<string>();

  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) identifiers.push(node.text);
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) strings.push(node.text);
    const found = importOf(node);
    const at = node.getStart(file);
    const inScript = scripts.some(([start, end]) => at >= start && at < end);
    if (found) imports.push({ ...found, inScript });
    if (isDeclaration(node) && node.name && ts.isIdentifier(node.name))
      declared.add(node.name.text);
    if (ts.isIdentifier(node) && isReference(node)) used.push(fullName(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const globals = used.filter((name) => !declared.has(name.split('.', 1)[0] ?? ''));
  return { path, text, imports, globals: [...new Set(globals)], identifiers, strings };
}

/** The front matter and the scripts of a component, in their lines, everything else blank; and where the scripts are. */
function codeOfAstro(text: string): {
  code: string;
  scripts: readonly (readonly [number, number])[];
} {
  let code = '';
  let end = 0;
  const scripts: [number, number][] = [];
  for (const match of text.matchAll(/^---\n(.*?)^---$|<script\b[^>]*>(.*?)<\/script>/gms)) {
    const inner = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(inner);
    code += text.slice(end, start).replaceAll(/[^\n]/g, ' ') + inner;
    end = start + inner.length;
    if (match[2] !== undefined) scripts.push([start, end]);
  }
  return { code, scripts };
}

function importOf(node: ts.Node): Omit<Import, 'inScript'> | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined;
    return { specifier: moduleSpecifier.text, typesOnly: isTypesOnly(node), dynamic: false };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [specifier] = node.arguments;
    if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
    return { specifier: specifier.text, typesOnly: false, dynamic: true };
  }
  if (
    ts.isCallExpression(node) &&
    /^(import\.meta|require)\.resolve$/.test(node.expression.getText())
  ) {
    const [specifier] = node.arguments;
    if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
    return { specifier: specifier.text, typesOnly: true, dynamic: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    if (ts.isStringLiteral(literal))
      return { specifier: literal.text, typesOnly: true, dynamic: false };
  }
  return undefined;
}

function isTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.every((each) => each.isTypeOnly)
  );
}

const isDeclaration = (node: ts.Node) =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isImportClause(node) ||
  ts.isImportSpecifier(node) ||
  ts.isNamespaceImport(node);

/** Whether the identifier stands for a value, rather than for a property, a type or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent))
    return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExpressionWithTypeArguments(parent)) return ts.isHeritageClause(parent.parent);
  return (
    ts.isExpression(parent) ||
    ts.isStatement(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isSpreadAssignment(parent)
  );
}

/** `Math.random` for the `Math` of `Math.random()`; `new Date()` for one without arguments, which asks the clock. */
function fullName(node: ts.Identifier): string {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return `${node.text}.${parent.name.text}`;
  }
  return ts.isNewExpression(parent) && parent.expression === node && !parent.arguments?.length
    ? `new ${node.text}()`
    : node.text;
}
