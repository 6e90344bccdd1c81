import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportResult } from '../../../contract/imports.ts';
import { api, type Output } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { importTexts } from '../../texts/import.ts';
import { messageOf } from '../../ui/message-of.ts';
import type { ChosenFile } from './chosen-file.ts';
import { type DateFormat, guessDateFormat, guessMapping, type Mapping } from './guess.ts';

export type ImportResource = 'organizations' | 'users' | 'subscriptions' | 'invoices' | 'cases';
export type ImportForm = Output<'GET /organizations/import'>;
export type ImportMode = 'all_or_nothing' | 'keep_good_rows';
export type Running = 'check' | 'import' | null;

export type Plan = {
  file: ChosenFile;
  source: string;
  mapping: Mapping;
  dateFormat: DateFormat;
};

type Faults = { message: string | null; fields: Readonly<Record<string, string>> };
const noFaults: Faults = { message: null, fields: {} };

/** A mapping saved for another file fits as far as this one has its columns. */
function savedMapping(form: ImportForm, file: ChosenFile, source?: string) {
  const fits = (mapping: Mapping) => Object.values(mapping).every((column) => file.header.includes(column));
  return form.saved_mappings.find((saved) => (source ? saved.source === source : fits(saved.mapping)));
}

function planFor(form: ImportForm, file: ChosenFile): Plan {
  const saved = savedMapping(form, file);
  const mapping = saved?.mapping ?? guessMapping(form.fields, file.header);
  const source = saved?.source ?? file.name.replace(/\.[^.]*$/, '').slice(0, 50);
  const dateFormat = guessDateFormat(file, mapping)?.format ?? saved?.date_format ?? 'YYYY-MM-DD';
  return { file, source, mapping, dateFormat };
}

function faultsOf(error: unknown): Faults {
  if (!(error instanceof ApiProblem)) return { message: messageOf(error), fields: {} };
  const fields = Object.fromEntries(error.fields.map((fault) => [fault.field, fault.message]));
  return { message: error.message, fields };
}

function missingIn(form: ImportForm, plan: Plan): Readonly<Record<string, string>> {
  const columns = form.fields
    .filter((field) => field.required && !plan.mapping[field.field])
    .map((field) => [`mapping.${field.field}`, importTexts.columnMissing]);
  const source = plan.source.trim() === '' ? [['source', importTexts.sourceMissing]] : [];
  return Object.fromEntries([...source, ...columns]);
}

/** The steps of an import: a file, how to read it, what would happen, and doing it. */
export function useImport(resource: ImportResource, form: ImportForm) {
  const queryClient = useQueryClient();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [running, setRunning] = useState<Running>(null);

  const start = (file: ChosenFile | null) => {
    setPlan(file && planFor(form, file));
    setResult(null);
    setFaults(noFaults);
  };
  const change = (changes: Partial<Omit<Plan, 'file'>>) => {
    setPlan((before) => before && { ...before, ...changes });
    setResult(null);
    setFaults(noFaults);
  };
  const changeSource = (source: string) => {
    const saved = plan ? savedMapping(form, plan.file, source) : undefined;
    const columns = plan?.file.header ?? [];
    const known = Object.entries(saved?.mapping ?? {}).filter(([, column]) => columns.includes(column));
    change(
      saved ? { source, mapping: Object.fromEntries(known), dateFormat: saved.date_format } : { source },
    );
  };
  const run = async (what: 'check' | 'import', mode: ImportMode) => {
    if (!plan) return;
    const missing = missingIn(form, plan);
    setFaults({ message: null, fields: missing });
    if (Object.keys(missing).length > 0) return;
    setRunning(what);
    try {
      setResult(await api(`POST /${resource}/import`, { body: requestOf(plan, what === 'check', mode) }));
      if (what === 'import') await queryClient.invalidateQueries({ queryKey: [resource] });
    } catch (error) {
      setFaults(faultsOf(error));
    } finally {
      void queryClient.invalidateQueries({ queryKey: ['imports'] });
      setRunning(null);
    }
  };
  return { plan, result, faults, running, start, change, changeSource, run };
}

function requestOf(plan: Plan, dryRun: boolean, mode: ImportMode) {
  return {
    file_name: plan.file.name,
    content_base64: plan.file.base64,
    source: plan.source.trim(),
    mapping: plan.mapping,
    date_format: plan.dateFormat,
    dry_run: dryRun,
    mode,
  };
}
