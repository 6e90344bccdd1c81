import { isResource } from '../../../catalog/catalog.ts';
import { pathOf } from '../../../catalog/paths.ts';
import { listedResources } from '../../records/record-names.ts';
import { uiTexts } from '../../texts/ui.ts';
import { TextLink } from '../../ui/text-link.tsx';
import type { Entry } from './audit-entry.tsx';

const withPages: readonly string[] = [...listedResources, 'profiles'];

function pageOf(type: string): string | null {
  return isResource(type) && withPages.includes(type) ? `${pathOf(type)}/$id` : null;
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
