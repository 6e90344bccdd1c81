import path from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** As written. */
  specifier: string;
  /** From the repository root with forward slashes; null for a package. */
  target: string | null;
  line: number;
  /** False when nothing but types is imported: it is gone at run time and makes no cycle. */
  atRuntime: boolean;
}

export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export interface Source {
  file: string;
  text: string;
  program: Node;
  comments: { value: string; start: number }[];
  imports: Import[];
  lineAt(offset: number): number;
}

export interface Finding {
  file: string;
  line: number;
  message: string;
}

/** Reads one file with the parser that Vite brings; `file` is relative to the repository root. */
export function readSource(file: string, text: string): Source {
  const parsed = parseSync(file, text);
  const program = parsed.program as unknown as Node;
  const lineAt = lineCounter(text);
  const imports: Import[] = [];
  walk(program, (node) => {
    const specifier = importedFrom(node);
    if (specifier === null) return;
    const target = resolve(file, specifier);
    imports.push({ specifier, target, line: lineAt(node.start), atRuntime: isAtRuntime(node) });
  });
  return { file, text, program, comments: parsed.comments, imports, lineAt };
}

/** Visits every node, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) walk(child, visit);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function importedFrom(node: Node): string | null {
  if (!importing.has(node.type) || !isNode(node.source)) return null;
  return typeof node.source.value === 'string' ? node.source.value : null;
}

function isAtRuntime(node: Node): boolean {
  if (node.type === 'TSImportType') return false;
  return node.importKind !== 'type' && node.exportKind !== 'type';
}

function resolve(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
