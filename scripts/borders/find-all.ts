import { findCycles } from './cycles.ts';
import { findWrongDirections } from './directions.ts';
import { findEscapes } from './escapes.ts';
import { findOversize } from './sizes.ts';
import { type Finding, readSource } from './source.ts';

/** Everything the borders object to in a set of files, given by path from the root and text. */
export function findAll(files: ReadonlyMap<string, string>): Finding[] {
  const sources = [...files].map(([file, text]) => readSource(file, text));
  const findings = [
    ...findWrongDirections(sources),
    ...findCycles(sources),
    ...sources.flatMap(findOversize),
    ...sources.flatMap(findEscapes),
  ];
  return findings.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
