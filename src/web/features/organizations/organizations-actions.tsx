import { Download, Plus, Upload } from 'lucide-react';
import { IfCan } from '../../access/use-can.tsx';
import { apiUrl, type Query } from '../../lib/api.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';

/** Export takes the filters and the order that the list has now. */
export function OrganizationsActions({ query }: { query: Query<'GET /organizations/export.csv'> }) {
  const { patch } = useUrlSearch();
  return (
    <>
      <IfCan permission="organizations.export">
        <a className={buttonClass()} href={apiUrl('GET /organizations/export.csv', { query })} download>
          <Download aria-hidden size={14} />
          {organizationTexts.export}
        </a>
      </IfCan>
      <IfCan permission="organizations.import">
        <ButtonLink to="/organizations/import">
          <Upload aria-hidden size={14} />
          {organizationTexts.import}
        </ButtonLink>
      </IfCan>
      <IfCan permission="organizations.create">
        <Button tone="primary" icon={<Plus aria-hidden size={14} />} onClick={() => patch({ new: '1' })}>
          {organizationTexts.create}
        </Button>
      </IfCan>
    </>
  );
}
