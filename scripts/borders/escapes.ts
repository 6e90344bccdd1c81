import { type Finding, isNode, type Node, type Source, walk } from './source.ts';

const forbiddenNodes: Record<string, string> = {
  TSAnyKeyword: '`any`',
  TSNonNullExpression: 'non-null assertion `!`',
};
const remarks = /@ts-ignore|@ts-nocheck|@ts-expect-error|biome-ignore|\bTODO\b|\bFIXME\b/;
const runners = new Set(['test', 'it', 'describe', 'suite']);

/** The ways around the compiler, the linter and the tests: none of them is taken here. */
export function findEscapes(source: Source): Finding[] {
  const findings: Finding[] = [];
  const add = (offset: number, message: string) =>
    findings.push({ file: source.file, line: source.lineAt(offset), message });
  walk(source.program, (node) => {
    const name = forbiddenNodes[node.type];
    if (name !== undefined) add(node.start, `${name} is not used here`);
    const modifier = testModifier(node);
    if (modifier !== null) add(node.start, `a test marked .${modifier} hides others or itself`);
    // `let value!: Type` and `property!: Type` are the same promise in another place.
    if (node.definite === true) add(node.start, 'definite assignment `!` is not used here');
  });
  for (const comment of source.comments) {
    const found = remarks.exec(comment.value)?.[0];
    if (found !== undefined) add(comment.start, `comment with ${found}`);
  }
  return findings;
}

function testModifier(node: Node): string | null {
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return null;
  const { name } = node.property;
  if (name !== 'only' && name !== 'skip' && name !== 'fixme') return null;
  return runners.has(baseName(node.object)) ? name : null;
}

function baseName(node: Node): string {
  if (node.type === 'MemberExpression' && isNode(node.object)) return baseName(node.object);
  return typeof node.name === 'string' ? node.name : '';
}
