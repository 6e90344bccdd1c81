import { Plus, Upload } from 'lucide-react';
import { permissionsOf } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { useFramedLabel } from '../access/framing.ts';
import { IfCan } from '../access/use-can.tsx';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ButtonLink } from '../ui/text-link.tsx';
import type { List } from './define-list.ts';
import { ExportButton } from './export-button.tsx';
import { wordsOf } from './record-names.ts';
import type { Listed, Query } from './record-queries.ts';

type Props<R extends Listed> = {
  list: List<R>;
  query: Query;
  /** Whether the query narrows the list. */
  filtered: boolean;
  onCreate: () => void;
};

/** The title of a list with what its resource offers. */
export function ListHeader<R extends Listed>(props: Props<R>) {
  const { resource, subtitle } = props.list;
  return (
    <PageHeader title={useFramedLabel(resource)} subtitle={subtitle} actions={<ListButtons {...props} />} />
  );
}

function permissionTo<R extends Listed>(resource: R, verb: string) {
  return permissionsOf(resource).find((known) => known === `${resource}.${verb}`);
}

/** What a list offers beside its rows: export and import where the catalog has them, and the way to add one. */
export function ListButtons<R extends Listed>({ list, query, filtered, onCreate }: Props<R>) {
  const { resource, create, beside: Beside } = list;
  const path = pathOf(resource);
  const importPage: string = `${path}/import`;
  const exporting = permissionTo(resource, 'export');
  const importing = permissionTo(resource, 'import');
  return (
    <>
      {Beside ? <Beside /> : null}
      {exporting ? (
        <IfCan permission={exporting}>
          <ExportButton resource={resource} query={query} filtered={filtered} />
        </IfCan>
      ) : null}
      {importing ? (
        <IfCan permission={importing}>
          <ButtonLink to={importPage}>
            <Upload aria-hidden size={14} />
            {recordTexts.import}
          </ButtonLink>
        </IfCan>
      ) : null}
      {create ? (
        <IfCan permission={create.permission}>
          <Button tone="primary" icon={<Plus aria-hidden size={14} />} onClick={onCreate}>
            {create.label ?? recordTexts.create(wordsOf(resource).one)}
          </Button>
        </IfCan>
      ) : null}
    </>
  );
}
