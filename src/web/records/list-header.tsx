import { Download, Plus, Upload } from 'lucide-react';
import { permissionsOf } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { IfCan } from '../access/use-can.tsx';
import { addressOf } from '../lib/api.ts';
import { recordTexts } from '../texts/records.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ButtonLink } from '../ui/text-link.tsx';
import type { List } from './define-list.ts';
import { wordsOf } from './record-names.ts';
import type { Listed, Query } from './record-queries.ts';

type Props<R extends Listed> = { list: List<R>; query: Query; onCreate: () => void };

/** The title of a list with what its resource offers: export and import where the catalog has them. */
export function ListHeader<R extends Listed>({ list, query, onCreate }: Props<R>) {
  const { resource, create, subtitle, beside: Beside } = list;
  const { one, many } = wordsOf(resource);
  const path = pathOf(resource);
  const importPage: string = `${path}/import`;
  const permissionTo = (verb: string) =>
    permissionsOf(resource).find((known) => known === `${resource}.${verb}`);
  const exporting = permissionTo('export');
  const importing = permissionTo('import');
  return (
    <PageHeader
      title={many}
      subtitle={subtitle}
      actions={
        <>
          {Beside ? <Beside /> : null}
          {exporting ? (
            <IfCan permission={exporting}>
              <a className={buttonClass()} href={addressOf(`GET ${path}/export.csv`, { query })} download>
                <Download aria-hidden size={14} />
                {recordTexts.export}
              </a>
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
                {create.label ?? recordTexts.create(one)}
              </Button>
            </IfCan>
          ) : null}
        </>
      }
    />
  );
}
