import type { Case } from '../../../contract/cases.ts';
import { CasePriority, CaseStatus, CaseVisibility } from '../../cases/case-badges.tsx';
import { NumberLink, OrganizationLink } from '../../commerce/commerce-links.tsx';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { caseTexts } from '../../texts/cases.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { caseActions } from './case-actions.ts';
import { Conversation } from './conversation.tsx';
import { InternalNotes } from './internal-notes.tsx';
import { ReplyBox } from './reply-box.tsx';

const words = caseTexts.fields;

const view: RecordView<'cases'> = {
  resource: 'cases',
  subtitle: (row) => (
    <>
      <p className="text-base text-ink wrap-anywhere">{row.subject}</p>
      <OrganizationLink to={row.organization} />
    </>
  ),
  status: (row) => (
    <>
      <CaseStatus status={row.status} />
      <CaseVisibility visibility={row.visibility} />
    </>
  ),
  facts: (row) => (
    <div className="mb-6 grid items-start gap-4 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
        <Conversation row={row} />
        <ReplyBox row={row} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <CaseFacts row={row} />
        <InternalNotes row={row} />
      </div>
    </div>
  ),
  actions: caseActions,
};

export function CasePage() {
  return <RecordPage view={view} />;
}

function CaseFacts({ row }: { row: Case }) {
  const { link } = row;
  const facts = [
    { label: words.priority, value: <CasePriority priority={row.priority} /> },
    { label: words.category, value: caseTexts.categories[row.category] },
    { label: words.requester, value: row.requester?.name ?? caseTexts.fromElsewhere },
    { label: words.assignee, value: row.assignee?.name ?? caseTexts.unassigned },
    { label: words.visibility, value: caseTexts.visibilities[row.visibility] },
    ...(link ? [{ label: words.link, value: <NumberLink resource={link.resource} to={link} /> }] : []),
    { label: words.created_at, value: <DateTime value={row.created_at} style="time" /> },
    ...(row.settled_at
      ? [{ label: words.settled_at, value: <DateTime value={row.settled_at} style="time" /> }]
      : []),
  ];
  return (
    <Card title={caseTexts.details}>
      <DescriptionList facts={facts} columns={1} />
    </Card>
  );
}
