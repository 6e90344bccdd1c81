import { ChangeList } from '../../access/change-list.tsx';
import type { Output } from '../../lib/api.ts';
import { auditTexts } from '../../texts/audit-log.ts';
import { DescriptionList } from '../../ui/description-list.tsx';

export type Entry = Output<'GET /audit-log'>['items'][number];

function isBlank(detail: unknown): boolean {
  return detail === null || detail === undefined || JSON.stringify(detail) === '{}';
}

/** All that was recorded with one entry. */
export function AuditEntryDetail({ entry }: { entry: Entry }) {
  const facts = [
    { label: auditTexts.key, value: <code>{entry.action}</code> },
    ...(entry.code ? [{ label: auditTexts.code, value: <code>{entry.code}</code> }] : []),
    ...(entry.decision_id ? [{ label: auditTexts.decision, value: <code>{entry.decision_id}</code> }] : []),
    { label: auditTexts.request, value: entry.request_id ? <code>{entry.request_id}</code> : null },
    { label: auditTexts.address, value: entry.address },
  ];
  return (
    <div className="flex flex-col gap-3 py-1">
      {entry.changes.length > 0 ? (
        <ChangeList changes={entry.changes} names={entry.names} ids />
      ) : (
        <p className="text-ink-muted">{auditTexts.noChanges}</p>
      )}
      <DescriptionList facts={facts} columns={3} />
      {isBlank(entry.detail) ? null : (
        <div>
          <p className="text-xs text-ink-muted">{auditTexts.detail}</p>
          <pre className="mt-1 text-xs whitespace-pre-wrap wrap-anywhere">
            {JSON.stringify(entry.detail, null, 2)}
          </pre>
        </div>
      )}
    </div>
  );
}
