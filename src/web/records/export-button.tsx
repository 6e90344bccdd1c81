import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';
import { wordsOf } from './record-names.ts';
import type { Listed, Query } from './record-queries.ts';

type Props = { resource: Listed; query: Query; filtered: boolean };

/** The list as CSV, what is shown of it or all: at once while it is short, as an export to be found again when it is long. */
export function ExportButton({ resource, query, filtered }: Props) {
  const { busy, start } = useExport(resource);
  const trigger = (
    <Button
      icon={<Download aria-hidden size={14} />}
      busy={busy}
      onClick={filtered ? undefined : () => start(query)}
    >
      {recordTexts.export}
    </Button>
  );
  if (!filtered) return trigger;
  const many = wordsOf(resource).many.toLowerCase();
  const actions = [
    { key: 'shown', label: recordTexts.exportShown, onSelect: () => start(query) },
    { key: 'all', label: recordTexts.exportAll(many), onSelect: () => start({ sort: query.sort }) },
  ];
  return <Menu trigger={trigger} actions={actions} />;
}

function useExport(resource: Listed) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const start = async (query: Query) => {
    setBusy(true);
    try {
      // Fetched when somebody exports: most who open a list do not.
      const { exportList } = await import('./export-list.ts');
      await exportList(resource, query, () => navigate({ to: '/exports' }));
    } catch (error) {
      toast.failure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, start };
}
