import { isTest } from './directions.ts';
import { type Finding, isNode, type Node, type Source } from './source.ts';

const fileLimit = 300;
const functionLimit = 50;
const componentLimit = 100;
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Files and functions too long to be held in mind. */
export function findOversize(source: Source): Finding[] {
  const findings: Finding[] = [];
  const lines = source.text.trimEnd().split('\n').length;
  if (lines > fileLimit) {
    findings.push({ file: source.file, line: 1, message: `${lines} lines; a file has at most ${fileLimit}` });
  }
  visit(source, source.program, null, findings);
  return findings;
}

function visit(source: Source, node: Node, name: string | null, findings: Finding[]): void {
  if (functions.has(node.type)) check(source, node, nameOf(node) ?? name, findings);
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) {
      if (isNode(child) && !isSuite(source, node, child)) visit(source, child, nameOf(node), findings);
      else if (isNode(child)) visitBody(source, child, findings);
    }
  }
}

/** In a test file, the callback of `describe` is a list of tests, not a function with a length. */
function isSuite(source: Source, parent: Node, child: Node): boolean {
  if (!isTest(source.file) && !source.file.endsWith('.spec.ts')) return false;
  if (parent.type !== 'CallExpression' || !functions.has(child.type)) return false;
  const callee = source.text.slice(parent.start, parent.start + 9);
  return callee.startsWith('describe') || callee.startsWith('suite');
}

function visitBody(source: Source, node: Node, findings: Finding[]): void {
  if (isNode(node.body)) visit(source, node.body, null, findings);
}

function check(source: Source, node: Node, name: string | null, findings: Finding[]): void {
  const line = source.lineAt(node.start);
  const length = source.lineAt(node.end) - line + 1;
  const isComponent = source.file.endsWith('.tsx') && name !== null && /^[A-Z]/.test(name);
  const limit = isComponent ? componentLimit : functionLimit;
  if (length <= limit) return;
  const what = name === null ? 'a function' : name;
  findings.push({ file: source.file, line, message: `${what} has ${length} lines; the limit is ${limit}` });
}

function nameOf(node: Node): string | null {
  const id = node.id ?? node.key;
  return isNode(id) && typeof id.name === 'string' ? id.name : null;
}
