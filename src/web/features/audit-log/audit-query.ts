import { oneOf, type UrlSearch } from '../../lib/url-search.ts';

const names = [
  'q',
  'item_type',
  'action',
  'outcome',
  'from',
  'to',
  'decision_id',
  'request_id',
  'actor_id',
  'subject_id',
  'item_id',
];

/** What the address asks of the log. */
export function auditFilters(search: UrlSearch) {
  return {
    q: search.q,
    item_type: search.item_type,
    item_id: search.item_id,
    actor_id: search.actor_id,
    subject_id: search.subject_id,
    action: search.action,
    outcome: oneOf(search.outcome, ['allowed', 'refused']),
    decision_id: search.decision_id?.trim(),
    request_id: search.request_id,
    from: search.from,
    to: search.to,
  };
}

export function isFiltered(search: UrlSearch): boolean {
  return names.some((name) => search[name]);
}
