import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { ListStates } from '../../access/list-states.tsx';
import { LoadFailure } from '../../access/load-failure.tsx';
import type { Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { humanize } from '../../lib/words.ts';
import { outboxTexts } from '../../texts/outbox.ts';
import { Alert } from '../../ui/alert.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { MailBody } from './mail-body.tsx';

type Mail = Output<'GET /outbox'>['items'][number];

function columnsOf(isOpen: (id: string) => boolean, toggle: (id: string) => void): readonly Column<Mail>[] {
  return [
    {
      key: 'subject',
      header: outboxTexts.subject,
      cell: (mail) => <Opener mail={mail} open={isOpen(mail.id)} onToggle={() => toggle(mail.id)} />,
    },
    { key: 'to_address', header: outboxTexts.to, cell: (mail) => mail.to_address },
    { key: 'template', header: outboxTexts.template, cell: (mail) => humanize(mail.template) },
    {
      key: 'status',
      header: outboxTexts.status,
      cell: (mail) => (
        <span>
          <Badge tone={mail.error ? 'danger' : 'neutral'}>{humanize(mail.status)}</Badge>
          {mail.error ? <span className="block text-xs text-danger">{mail.error}</span> : null}
        </span>
      ),
    },
    {
      key: 'created_at',
      header: outboxTexts.when,
      nowrap: true,
      cell: (mail) => <DateTime value={mail.created_at} style="time" />,
    },
  ];
}

function Opener({ mail, open, onToggle }: { mail: Mail; open: boolean; onToggle: () => void }) {
  const Icon = open ? ChevronDown : ChevronRight;
  const name = open ? outboxTexts.hide : outboxTexts.show;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={name(mail.subject, mail.to_address)}
      onClick={onToggle}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded px-1 text-start hover:text-accent"
    >
      <Icon aria-hidden size={14} className="shrink-0 text-ink-muted" />
      {mail.subject}
    </button>
  );
}

export function OutboxPage() {
  const outbox = useQuery(apiQuery('GET /outbox'));
  const [open, setOpen] = useState<readonly string[]>([]);
  if (outbox.error && !outbox.data) return <LoadFailure error={outbox.error} onRetry={outbox.refetch} />;
  const rows = outbox.data?.items ?? [];
  const isOpen = (id: string) => open.includes(id);
  const toggle = (id: string) => setOpen(isOpen(id) ? open.filter((other) => other !== id) : [...open, id]);
  return (
    <>
      <PageHeader title={outboxTexts.title} subtitle={outboxTexts.subtitle} />
      <div className="flex flex-col gap-3">
        <Alert tone="warning">{outboxTexts.warning}</Alert>
        <Card flush>
          <ListStates
            query={outbox}
            count={rows.length}
            empty={<EmptyState title={outboxTexts.emptyTitle} text={outboxTexts.emptyText} />}
          >
            <DataTable
              label={outboxTexts.list}
              columns={columnsOf(isOpen, toggle)}
              rows={rows}
              rowKey={(mail) => mail.id}
              rowName={(mail) => mail.subject}
              onOpen={(mail) => toggle(mail.id)}
              expanded={(mail) => (isOpen(mail.id) ? <MailBody text={mail.body_text} /> : null)}
            />
          </ListStates>
        </Card>
      </div>
    </>
  );
}
