import type { Case } from '../../../contract/cases.ts';
import { caseTexts } from '../../texts/cases.ts';
import type { LookupItem } from '../../ui/lookup-field.tsx';

/** What can be changed about a case, as form fields hold it. */
export type CaseValues = {
  subject: string;
  category: Case['category'];
  priority: Case['priority'];
  visibility: Case['visibility'];
  link: LookupItem | null;
};

export const noCase: CaseValues = {
  subject: '',
  category: 'question',
  priority: 'normal',
  visibility: 'shared',
  link: null,
};

type Linked = 'invoices' | 'subscriptions';

/** A record to be chosen: its id says of which kind it is. */
export function linkItem(resource: Linked, { id, number }: { id: string; number: string }): LookupItem {
  return { id: `${resource} ${id}`, name: number, note: caseTexts.linkKinds[resource] };
}

export function valuesOf({ subject, category, priority, visibility, link }: Case): CaseValues {
  return { subject, category, priority, visibility, link: link && linkItem(link.resource, link) };
}

/** The same in words, for a change that somebody else made meanwhile. */
export function wordsOf(row: Case): Record<string, unknown> {
  return {
    subject: row.subject,
    category: caseTexts.categories[row.category],
    priority: caseTexts.priorities[row.priority],
    visibility: caseTexts.visibilities[row.visibility],
    link: row.link?.number,
  };
}

/** As the API takes it: what it is about stands in one of two fields. */
export function toBody<Values extends Partial<CaseValues>>({ link, ...values }: Values) {
  return { ...values, ...(link === undefined ? {} : linkBody(link)) };
}

function linkBody(link: LookupItem | null) {
  const [resource, id] = link?.id.split(' ') ?? [];
  return {
    subscription_id: resource === 'subscriptions' && id ? id : null,
    invoice_id: resource === 'invoices' && id ? id : null,
  };
}
