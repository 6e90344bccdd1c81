import { uiTexts } from '../../texts/ui.ts';
import { TextLink } from '../../ui/text-link.tsx';
import type { Entry } from './audit-entry.tsx';

const pages = {
  organizations: '/organizations/$id',
  contacts: '/contacts/$id',
  users: '/users/$id',
  profiles: '/profiles/$id',
} as const;

function pageOf(type: string) {
  return Object.entries(pages).find(([key]) => key === type)?.[1];
}

/** The record an entry is about; whether it opens is decided there. */
export function ItemLink({ entry }: { entry: Entry }) {
  const { item_type, item_id, item_label } = entry;
  const to = pageOf(item_type);
  if (!to || !item_id) return item_label ?? uiTexts.empty;
  return (
    <TextLink to={to} params={{ id: item_id }}>
      {item_label ?? item_id}
    </TextLink>
  );
}
