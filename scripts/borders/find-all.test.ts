import { expect, test } from 'vitest';
import { findAll } from './find-all.ts';

function objections(files: Record<string, string>): string[] {
  const found = findAll(new Map(Object.entries(files)));
  return found.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const importing = (target: string) => `import { a } from '${target}';\nconsole.log(a);\n`;

test.each([
  ['src/web/app/a.ts', '../../access/b.ts', 'web must not import access'],
  ['src/web/app/a.ts', '../../server/b.ts', 'web must not import server'],
  ['src/access/a.ts', '../server/b.ts', 'access must not import server'],
  ['src/contract/a.ts', '../access/b.ts', 'contract must not import access'],
  ['src/server/a.ts', '../web/b.ts', 'server must not import web'],
  ['src/catalog/a.ts', 'zod', "catalog imports nothing outside itself, but 'zod'"],
  ['src/catalog/a.ts', '../access/b.ts', 'catalog must not import access'],
  ['src/billing/a.ts', '../catalog/b.ts', 'billing must not import catalog'],
  ['src/billing/a.ts', '../server/b.ts', 'billing must not import server'],
  ['src/billing/a.ts', 'node:fs', "billing is pure: it does not import 'node:fs'"],
  ['src/contract/a.ts', '../billing/b.ts', 'contract must not import billing'],
  ['src/web/lib/a.ts', '../../billing/b.ts', 'web must not import billing'],
  ['src/web/features/users/a.ts', '../contacts/b.ts', 'feature users must not import feature contacts'],
  ['src/web/ui/a.ts', '../app/b.ts', 'web/ui knows nothing of features, app and access'],
  ['src/server/a.ts', '../../test/kit/b.ts', "src/ imports nothing outside src/, but 'test/kit/b.ts'"],
  [
    'src/server/modules/users/service.ts',
    '../contacts/repository.ts',
    'only contacts itself uses its repository: go through its service',
  ],
])('%s must not import %s', (file, target, message) => {
  expect(objections({ [file]: importing(target) })).toEqual([`${file}:1 ${message}`]);
});

test.each([
  ['src/access/a.ts', '../catalog/b.ts'],
  ['src/server/modules/users/service.ts', './repository.ts'],
  ['src/server/modules/users/service.ts', '../contacts/service.ts'],
  ['src/web/features/users/a.ts', '../../ui/b.ts'],
  ['src/web/lib/a.ts', '../../contract/b.ts'],
  ['src/server/modules/invoices/service.ts', '../../../billing/b.ts'],
  ['src/billing/a.ts', './b.ts'],
  ['src/billing/a.ts', 'temporal-polyfill'],
  ['src/billing/a.test.ts', '../../test/kit/b.ts'],
  ['src/web/lib/a.test.ts', '../../access/b.ts'],
])('%s may import %s', (file, target) => {
  expect(objections({ [file]: importing(target) })).toEqual([]);
});

test('directions count for types, re-exports and dynamic imports too', () => {
  const text = [
    "import type { A } from '../server/a.ts';",
    "export { b } from '../server/b.ts';",
    "export const c = () => import('../server/c.ts');",
    'export type { A };',
  ].join('\n');
  const message = 'web must not import server';
  const file = 'src/web/x.ts';
  expect(objections({ [file]: text })).toEqual([1, 2, 3].map((line) => `${file}:${line} ${message}`));
});

test('a cycle is named once, along its whole way', () => {
  const files = {
    'src/access/a.ts': importing('./b.ts'),
    'src/access/b.ts': importing('./c.ts'),
    'src/access/c.ts': importing('./a.ts'),
  };
  expect(objections(files)).toEqual([
    'src/access/c.ts:1 import cycle: src/access/a.ts -> src/access/b.ts -> src/access/c.ts -> src/access/a.ts',
  ]);
});

test('an import of types alone closes no cycle', () => {
  const back = "import type { A } from './a.ts';\nexport type B = A;\n";
  expect(objections({ 'src/access/a.ts': importing('./b.ts'), 'src/access/b.ts': back })).toEqual([]);
});

const body = (lines: number) => `{\n${'  f();\n'.repeat(lines - 2)}}`;

test('a function may have 50 lines, a component 100, a file 300', () => {
  const fits = `export function f() ${body(50)}\n`;
  expect(objections({ 'src/access/a.ts': fits })).toEqual([]);
  expect(objections({ 'src/access/a.ts': `export const f = () => ${body(51)};\n` })).toEqual([
    'src/access/a.ts:1 f has 51 lines; the limit is 50',
  ]);
  expect(objections({ 'src/web/a.tsx': `export function Page() ${body(100)}\n` })).toEqual([]);
  expect(objections({ 'src/web/a.tsx': `export function Page() ${body(101)}\n` })).toHaveLength(1);
  expect(objections({ 'src/web/a.tsx': `export function useIt() ${body(51)}\n` })).toHaveLength(1);
  expect(objections({ 'src/access/a.ts': 'f();\n'.repeat(300) })).toEqual([]);
  expect(objections({ 'src/access/a.ts': 'f();\n'.repeat(301) })).toHaveLength(1);
});

test('in a test file a describe may be long, a test inside it may not', () => {
  const describe = (inner: string) => `describe('x', () => {\n${inner}\n});\n`;
  expect(objections({ 'src/access/a.test.ts': describe('f();\n'.repeat(80)) })).toEqual([]);
  const long = describe(`test('y', () => ${body(51)});`);
  expect(objections({ 'src/access/a.test.ts': long })).toEqual([
    'src/access/a.test.ts:2 a function has 51 lines; the limit is 50',
  ]);
});

test.each([
  ['const a: any = 1;', '`any` is not used here'],
  ['const a = b!;', 'non-null assertion `!` is not used here'],
  ['let a!: string;', 'definite assignment `!` is not used here'],
  [`// ${'@ts'}-ignore`, `comment with ${'@ts'}-ignore`],
  [`/* ${'biome'}-ignore lint: x */`, `comment with ${'biome'}-ignore`],
  [`// ${'TO'}DO later`, `comment with ${'TO'}DO`],
  ["test.only('x', f);", 'a test marked .only hides others or itself'],
  ["describe.skip('x', f);", 'a test marked .skip hides others or itself'],
  ["test.describe.only('x', f);", 'a test marked .only hides others or itself'],
])('%s is refused', (text, message) => {
  expect(objections({ 'test/a.ts': `${text}\n` })).toEqual([`test/a.ts:1 ${message}`]);
});

test('words in strings and other people’s methods are left alone', () => {
  expect(
    objections({ 'test/a.ts': "f('any! TODO test.only'); cursor.skip(1); const x = !y && a !== b;\n" }),
  ).toEqual([]);
});
