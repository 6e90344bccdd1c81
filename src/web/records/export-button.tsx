import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { exportableResources } from '../../catalog/record-resources.ts';
import { queryClient } from '../lib/query-client.ts';
import { exportTexts } from '../texts/exports.ts';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { messageOf } from '../ui/message-of.ts';
import { toast } from '../ui/toast.tsx';
import { downloadList, startLongExport } from './export-list.ts';
import { wordsOf } from './record-names.ts';
import { type Listed, type Query, recordQueries } from './record-queries.ts';

type Props = { resource: Listed; query: Query; filtered: boolean };

/** The list as CSV, what is shown of it or all: at once while it is short, as an export to be found again when it is long. */
export function ExportButton({ resource, query, filtered }: Props) {
  const navigate = useNavigate();
  const { sort, ...filters } = query;
  const exporting = useMutation({
    mutationFn: async (asked: Query) => {
      const long = exportableResources.find((key) => key === resource);
      const { sort: _sort, ...counted } = asked;
      const { capped } = await queryClient.fetchQuery(recordQueries(resource).count(counted));
      if (!long || !capped) return downloadList(resource, asked);
      await startLongExport(long, asked);
      await navigate({ to: '/exports' });
      toast.success(exportTexts.startedTitle, exportTexts.startedText);
    },
    onError: (error) => toast.failure(messageOf(error)),
  });
  const trigger = (
    <Button
      icon={<Download aria-hidden size={14} />}
      busy={exporting.isPending}
      onClick={filtered ? undefined : () => exporting.mutate(query)}
    >
      {recordTexts.export}
    </Button>
  );
  if (!filtered) return trigger;
  const many = wordsOf(resource).many.toLowerCase();
  const actions = [
    { key: 'shown', label: exportTexts.shown, onSelect: () => exporting.mutate({ sort, ...filters }) },
    { key: 'all', label: exportTexts.all(many), onSelect: () => exporting.mutate({ sort }) },
  ];
  return <Menu trigger={trigger} actions={actions} />;
}
