import { useQuery } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { apiQuery } from '../../lib/queries.ts';
import { importTexts } from '../../texts/import.ts';
import { Alert } from '../../ui/alert.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { LoadFailure } from '../load-failure.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportRuns } from './import-runs.tsx';
import { type ImportForm, type ImportResource, useImport } from './use-import.ts';
import { useImportRuns } from './use-import-runs.ts';

/** Loads records of one resource from CSV: choose, match, check, import. */
export function ImportPage({ resource }: { resource: ImportResource }) {
  const form = useQuery({ ...apiQuery(`GET /${resource}/import`), refetchOnWindowFocus: false });
  if (form.error && !form.data) return <LoadFailure error={form.error} onRetry={form.refetch} />;
  const words = importTexts[resource];
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle}
        back={<TextLink to={`/${resource}`}>{words.back}</TextLink>}
      />
      {form.data ? <Steps resource={resource} form={form.data} /> : <Skeleton lines={6} />}
    </>
  );
}

function Steps({ resource, form }: { resource: ImportResource; form: ImportForm }) {
  const { plan, result, faults, running, start, change, changeSource, run } = useImport(resource, form);
  const labels = Object.fromEntries(form.fields.map(({ field, label }) => [field, label]));
  const sources = form.saved_mappings.map((saved) => saved.source);
  const runs = useImportRuns(resource, running === 'import');
  // Other pages may be opened while the file is on its way; the browser itself would not go on sending.
  const sending = running === 'import' && !runs.items.some(({ state }) => state === 'running');
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: sending });
  if (result?.committed) {
    return <ImportDone resource={resource} result={result} labels={labels} onAnother={() => start(null)} />;
  }
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <FileStep
        plan={plan}
        sources={sources}
        error={faults.fields.source}
        onFile={start}
        onSource={changeSource}
      />
      {plan ? (
        <>
          <ColumnsStep fields={form.fields} plan={plan} errors={faults.fields} onChange={change} />
          <CheckStep result={result} labels={labels} running={running} onRun={run}>
            {faults.message ? (
              <Alert tone="danger" title={importTexts.failed}>
                {faults.message}
              </Alert>
            ) : null}
          </CheckStep>
        </>
      ) : null}
      <ImportRuns query={runs.query} runs={runs.items} />
    </div>
  );
}
