import type { Finding, Import, Source } from './source.ts';

/** One finding per import that closes a circle; imports of types alone are not counted. */
export function findCycles(sources: readonly Source[]): Finding[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const done = new Set<string>();
  const trail: string[] = [];
  const findings: Finding[] = [];

  const follow = (source: Source, one: Import) => {
    const target = one.atRuntime && one.target !== null ? byFile.get(one.target) : undefined;
    if (!target || done.has(target.file)) return;
    const at = trail.indexOf(target.file);
    if (at === -1) return enter(target);
    const circle = [...trail.slice(at), target.file].join(' -> ');
    findings.push({ file: source.file, line: one.line, message: `import cycle: ${circle}` });
  };
  const enter = (source: Source) => {
    trail.push(source.file);
    for (const one of source.imports) follow(source, one);
    trail.pop();
    done.add(source.file);
  };

  for (const source of sources) if (!done.has(source.file)) enter(source);
  return findings;
}
