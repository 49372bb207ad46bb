import { posix } from 'node:path';
import ts from 'typescript';

/** One way a source file names another file or a package. */
export type SourceImport = {
  /** A file such as `src/engine/index.ts`, a package such as `react` or `node:fs`, or null when it cannot be read. */
  readonly target: string | null;
  readonly isPackage: boolean;
  /** `type` is gone after compiling; `worker` starts a thread of its own, in which the page's rules do not hold. */
  readonly kind: 'value' | 'type' | 'worker';
  /** The exported names taken, `default` and `*` among them; `*` for a dynamic import. */
  readonly names: readonly string[];
  /** As written. */
  readonly specifier: string;
  readonly line: number;
};

export function parseSource(path: string, source: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
}

/**
 * Every import of a file: static, re-exporting, of a type, dynamic, and by `new URL(…, import.meta.url)`.
 * One whose target is computed, and `import.meta.glob`, come back with target null: nobody can say what they reach.
 */
export function importsOf(file: ts.SourceFile): readonly SourceImport[] {
  const found: SourceImport[] = [];

  function add(node: ts.Node, from: ts.Node | undefined, kind: SourceImport['kind'], names: readonly string[]): void {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    const specifier = from !== undefined && ts.isStringLiteralLike(from) ? from.text : null;
    const isPackage = specifier !== null && !/^[./]/.test(specifier);
    const target = specifier === null ? null : isPackage ? packageOf(specifier) : resolve(file.fileName, specifier);
    found.push({ target, isPackage, kind, names, specifier: specifier ?? node.getText(file), line });
  }

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) {
      const names = namesImported(node.importClause);
      add(node, node.moduleSpecifier, names.onlyTypes ? 'type' : 'value', names.names);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      const elements = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
      const onlyTypes = node.isTypeOnly || (elements.length > 0 && elements.every((element) => element.isTypeOnly));
      const names = elements.length === 0 ? ['*'] : valueNames(elements);
      add(node, node.moduleSpecifier, onlyTypes ? 'type' : 'value', names);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type', []);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node, node.moduleReference.expression, 'value', ['*']);
    } else if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require')) {
        add(node, node.arguments[0], 'value', ['*']);
      } else if (called.getText(file) === 'import.meta.glob') {
        add(node, undefined, 'value', ['*']);
      }
    } else if (ts.isNewExpression(node)) {
      const [first, second] = node.arguments ?? [];
      if (node.expression.getText(file) === 'URL' && second?.getText(file) === 'import.meta.url') {
        const inWorker = ts.isNewExpression(node.parent) && /Worker$/.test(node.parent.expression.getText(file));
        add(node, first, inWorker ? 'worker' : 'value', ['*']);
      }
    }
    ts.forEachChild(node, visit);
  }

  visit(file);
  return found;
}

function namesImported(clause: ts.ImportClause | undefined): { onlyTypes: boolean; names: readonly string[] } {
  if (clause === undefined) return { onlyTypes: false, names: [] };
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return { onlyTypes: true, names: [] };
  const names: string[] = clause.name === undefined ? [] : ['default'];
  if (clause.namedBindings !== undefined) {
    if (ts.isNamespaceImport(clause.namedBindings)) names.push('*');
    else names.push(...valueNames(clause.namedBindings.elements));
  }
  return { onlyTypes: names.length === 0, names };
}

function valueNames(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): readonly string[] {
  return elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName ?? element.name).text);
}

function resolve(importer: string, specifier: string): string {
  const withoutQuery = specifier.replace(/[?#].*$/, '');
  return withoutQuery.startsWith('/')
    ? withoutQuery.slice(1)
    : posix.normalize(posix.join(posix.dirname(importer), withoutQuery));
}

/** `zod/mini` → `zod`, `@scope/name/file.css` → `@scope/name`, `fs` → `node:fs` where Node has it. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
