import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findAll } from './borders/find-all.ts';

const root = path.resolve(import.meta.dirname, '..');
const files = new Map<string, string>();
for (const folder of ['src', 'test', 'bench', 'scripts']) {
  if (!existsSync(path.join(root, folder))) continue;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/(?<!\.d)\.tsx?$/.test(entry.name)) continue;
    const full = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, full).replaceAll('\\', '/'), readFileSync(full, 'utf8'));
  }
}
const findings = findAll(files);
for (const { file, line, message } of findings) console.log(`${file}:${line}  ${message}`);
console.log(`borders: ${files.size} files, ${findings.length} objections`);
process.exitCode = findings.length > 0 ? 1 : 0;
