import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { resourceSpec } from '../../../catalog/catalog.ts';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { ListStates } from '../../access/list-states.tsx';
import { LoadFailure } from '../../access/load-failure.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { emailTemplateTexts as texts } from '../../texts/email-templates.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextLink } from '../../ui/text-link.tsx';

const columns: readonly Column<EmailTemplate>[] = [
  {
    key: 'label',
    header: texts.fields.label,
    cell: (row) => (
      <span>
        <TextLink to="/email-templates/$key" params={{ key: row.key }}>
          {row.label}
        </TextLink>
        <span className="block text-xs font-normal text-ink-muted">{row.says}</span>
      </span>
    ),
  },
  {
    key: 'active',
    header: texts.fields.active,
    cell: (row) => (
      <Badge tone={row.active ? 'success' : 'neutral'}>{texts.sent[row.active ? 'on' : 'off']}</Badge>
    ),
  },
  {
    key: 'state',
    header: texts.fields.state,
    cell: (row) => (row.changed ? <Badge tone="accent">{texts.states.changed}</Badge> : texts.states.default),
  },
  { key: 'changed', header: texts.fields.changed, cell: (row) => <LastChanged row={row} /> },
];

function LastChanged({ row }: { row: EmailTemplate }) {
  if (row.changed_at === null) return <span className="text-ink-muted">{texts.never}</span>;
  return (
    <span>
      <DateTime value={row.changed_at} style="relative" />
      {row.changed_by ? (
        <span className="block text-xs text-ink-muted">{texts.changedBy(row.changed_by.name)}</span>
      ) : null}
    </span>
  );
}

export function EmailTemplatesPage() {
  const navigate = useNavigate();
  const templates = useQuery(apiQuery('GET /email-templates'));
  if (templates.error && !templates.data)
    return <LoadFailure error={templates.error} onRetry={templates.refetch} />;
  const rows = templates.data?.items ?? [];
  return (
    <>
      <PageHeader title={resourceSpec('email_templates').label} subtitle={texts.subtitle} />
      <Card flush>
        <ListStates query={templates} count={rows.length} empty={null}>
          <DataTable
            label={texts.list}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            rowName={(row) => row.label}
            onOpen={(row) => navigate({ to: '/email-templates/$key', params: { key: row.key } })}
          />
        </ListStates>
      </Card>
    </>
  );
}
