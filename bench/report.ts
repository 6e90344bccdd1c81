import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionTimes } from './decisions.ts';
import type { HttpResult } from './http/run-http.ts';
import type { Listing } from './lists/listing.ts';
import { aims, type Operation } from './lists/operations.ts';
import type { CellResult } from './lists/run-lists.ts';
import type { Machine } from './machine.ts';
import { median } from './measure.ts';
import { sizeLabel } from './options.ts';

export interface Report {
  readonly list: Listing['table'];
  readonly date: string;
  readonly machine: Machine;
  readonly sizes: readonly number[];
  readonly cells: readonly CellResult[];
  readonly decisions: DecisionTimes | null;
  readonly http: readonly HttpResult[];
}

const operations = Object.keys(aims) as Operation[];
const plans = ['auto', 'force_generic_plan'] as const;

/** The condensed table: per operation, plan and size the worst and the median ratio over all cells. */
export function condensed(report: Report): string {
  const head = [
    'Operation',
    'Plans',
    'Aim',
    ...report.sizes.flatMap((size) => [`${sizeLabel(size)} median`, 'worst', 'ms']),
  ];
  const lines = operations.flatMap((operation) =>
    plans.flatMap((plan) => {
      const cells = report.cells.filter((cell) => cell.operation === operation && cell.plan === plan);
      if (cells.length === 0) return [];
      return [
        [
          operation,
          plan === 'auto' ? 'as chosen' : 'generic',
          `<= ${aims[operation]}`,
          ...report.sizes.flatMap((size) => figures(cells, size)),
        ],
      ];
    }),
  );
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function figures(cells: readonly CellResult[], size: number): string[] {
  const own = cells.filter((cell) => cell.size === size);
  if (own.length === 0) return ['', '', ''];
  const ratios = own.map(({ ratio }) => ratio);
  const times = median(own.map(({ product }) => product));
  return [median(ratios).toFixed(2), Math.max(...ratios).toFixed(2), times.toFixed(2)];
}

/** Pages at the largest size against the smallest: the median cell and the worst one, by the product's own times. */
export function growth({ cells, sizes }: Report): { median: number; worst: number } | null {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === undefined || large === undefined || small === large) return null;
  const pages = cells.filter(({ operation, plan }) => plan === 'auto' && operation.endsWith('page'));
  const key = ({ operation, role, scope, volume }: CellResult) => `${operation} ${role} ${scope} ${volume}`;
  const before = new Map(pages.filter(({ size }) => size === small).map((cell) => [key(cell), cell.product]));
  const grown = pages
    .filter(({ size }) => size === large)
    .map((cell) => cell.product / (before.get(key(cell)) ?? Number.NaN))
    .filter((ratio) => !Number.isNaN(ratio));
  return grown.length === 0 ? null : { median: median(grown), worst: Math.max(...grown) };
}

export function missed(report: Report): string[] {
  return report.cells
    .filter(({ ratio, operation }) => ratio > aims[operation])
    .toSorted((a, b) => b.ratio - a.ratio)
    .map(
      ({ size, plan, operation, role, scope, volume, ratio, product, floor }) =>
        `${sizeLabel(size)} ${plan} ${operation}: ${role}, ${scope}, ${volume}: ${ratio.toFixed(2)} (${product.toFixed(2)} ms, by hand ${floor.toFixed(2)} ms)`,
    );
}

/** The whole report as people read it. */
export function summary(report: Report): string {
  const { machine, decisions } = report;
  const grown = growth(report);
  const over = missed(report);
  return [
    `Ambit benchmark of ${report.list}, ${report.date}: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB; PostgreSQL ${machine.postgres}, Node ${machine.node}.`,
    'Ratio = time of the product / time of hand-written SQL, in the same run, over the same kind of connection, with the same fence.',
    'A cell over its aim is measured again up to three times and keeps its best ratio, so ratios near an aim are flattered; the hand-written text is the fastest of its candidates.',
    `${condensed(report)}`,
    unfencedLine(report),
    grown
      ? `Pages at ${sizeLabel(report.sizes.at(-1) ?? 0)} against ${sizeLabel(report.sizes[0] ?? 0)}, same kind of reader: median ${grown.median.toFixed(2)}, worst ${grown.worst.toFixed(2)} (aim <= 1.5).`
      : '',
    decisions
      ? `One permission check: ${decisions.hasGrant.toFixed(0)} ns for the grant, ${decisions.firstFailureWithRow.toFixed(0)} ns with a row (aim < 100 ns).`
      : '',
    ...report.http.map(
      ({ what, product, bare, ratio, productCpu, bareCpu }) =>
        `Over HTTP, ${what}: ${product.toFixed(0)} requests/s against ${bare.toFixed(0)} by a bare route: ${ratio.toFixed(2)} (aim >= 0.8); processor time of the server ${productCpu.toFixed(2)} against ${bareCpu.toFixed(2)} ms a request: ${(bareCpu / productCpu).toFixed(2)}.`,
    ),
    over.length > 0
      ? `Over the aim: ${over.length} of ${report.cells.length} cells.\n${over
          .slice(0, 25)
          .map((line) => `- ${line}`)
          .join('\n')}`
      : `All ${report.cells.length} cells are within their aim.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What the second fence costs: two more round trips, for customers and partners only. */
function unfencedLine({ cells }: Report): string {
  const behind = cells.flatMap((cell) => (cell.unfenced === undefined ? [] : [cell.product / cell.unfenced]));
  if (behind.length === 0) return '';
  return `Customers and partners against SQL without the second fence: median ${median(behind).toFixed(2)}, worst ${Math.max(...behind).toFixed(2)}.`;
}

export function writeReport(folder: string, report: Report): string {
  mkdirSync(folder, { recursive: true });
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(4)) : value;
  const what = report.cells.length > 0 ? report.sizes.map(sizeLabel).join('-') : 'http';
  const list = report.list === 'organizations' ? '' : `${report.list}-`;
  const file = join(folder, `${report.date}-${list}${what}.json`);
  const { cells, ...rest } = report;
  const head = JSON.stringify({ ...rest, aims }, rounded, 2).replace(/\n}$/, '');
  const lines = cells.map((cell) => `    ${JSON.stringify(cell, rounded)}`).join(',\n');
  writeFileSync(file, `${head},\n  "cells": [\n${lines}\n  ]\n}\n`);
  if (cells.length > 0) writeFileSync(join(folder, `README-${list}${what}-table.md`), `${summary(report)}\n`);
  return file;
}
