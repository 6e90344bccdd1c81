import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { useAccess } from '../../access/use-access.ts';
import { useSession } from '../../access/use-session.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { hubTexts } from '../../texts/hubs.ts';
import { shellTexts } from '../../texts/shell.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type HubSection, sectionsFor } from './hub-section.ts';

type Props = { sections: readonly HubSection[]; account: Organization | null };

/** The sections of a hub that its reader has, one at a time. Each starts with an address of its own. */
export function HubTabs({ sections, account }: Props) {
  const shown = sectionsFor(sections, useAccess(), account);
  const { search } = useUrlSearch();
  const { user } = useSession();
  const navigate = useNavigate();
  const open = shown.find(({ key }) => key === search.tab) ?? shown[0];
  if (!open) {
    return <EmptyState title={shellTexts.nothingVisibleTitle} text={shellTexts.nothingVisibleText} />;
  }
  const choose = (key: string) => {
    const section = shown.find((one) => one.key === key);
    const starts = section && 'content' in section ? section.opens?.(user.id) : undefined;
    return navigate({ to: '/', search: { tab: key, ...starts }, replace: true, resetScroll: false });
  };
  const tabs = shown.map((section) => ({
    key: section.key,
    label: section.label,
    content: <Content section={section} account={account} />,
  }));
  return <Tabs label={hubTexts.sections} tabs={tabs} value={open.key} onChange={choose} />;
}

function Content({ section, account }: { section: HubSection; account: Organization | null }) {
  return <Suspense fallback={<Skeleton lines={8} />}>{partOf(section, account)}</Suspense>;
}

function partOf(section: HubSection, account: Organization | null) {
  if ('content' in section) return <section.content />;
  return account ? <section.own account={account} /> : null;
}
