import ts from 'typescript';

/** Exactly specified by ECMAScript: the same bits in every engine. */
const PORTABLE_MATH = new Set([
  ...['sqrt', 'imul', 'fround', 'floor', 'ceil', 'round', 'trunc', 'abs', 'sign', 'min', 'max', 'clz32'],
  ...['PI', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'SQRT2', 'SQRT1_2'],
]);

/** Clocks, chance, places and hosts: what would make the same inputs give another output elsewhere. */
const FOREIGN_GLOBALS = new Set([
  ...['Date', 'Temporal', 'performance', 'crypto', 'Intl', 'process', 'navigator', 'document', 'fetch', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['globalThis', 'window', 'self', 'global', 'eval', 'Function', 'WeakRef', 'FinalizationRegistry'],
]);

const LOCALE_METHOD = /^(toLocale\w*|localeCompare)$/;

/** What in a file may differ between engines, machines or moments; one line each, empty when it is portable. */
export function portabilityFaults(file: ts.SourceFile): readonly string[] {
  const faults: string[] = [];

  function report(node: ts.Node, what: string): void {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    faults.push(`${file.fileName}:${line} ${what}`);
  }

  function visit(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      const { text, parent } = node;
      if (isMemberName(node)) {
        if (LOCALE_METHOD.test(text)) report(node, `uses ${text}, which depends on the locale`);
      } else if (text === 'Math') {
        const member = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : null;
        if (member === null) report(node, 'uses Math other than as Math.name');
        else if (!PORTABLE_MATH.has(member)) report(node, `uses Math.${member}, which is not exactly specified`);
      } else if (FOREIGN_GLOBALS.has(text)) {
        report(node, `uses ${text}`);
      }
    } else if (ts.isElementAccessExpression(node)) {
      const name = node.argumentExpression;
      if (ts.isStringLiteralLike(name) && LOCALE_METHOD.test(name.text)) report(node, `uses ${name.text}`);
    } else if (
      node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
      node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken
    ) {
      report(node, 'uses **, which is not exactly specified');
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return faults;
}

/** Whether an identifier names a member of something (`report.performance`, `{ performance: 1 }`), not a variable. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}
