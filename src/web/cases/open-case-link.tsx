import { IfCan } from '../access/use-can.tsx';
import { caseTexts } from '../texts/cases.ts';
import { ButtonLink } from '../ui/text-link.tsx';

type OpenCaseLinkProps = {
  organization: { id: string };
  /** The record that the case will be about. */
  about: { invoice_id: string } | { subscription_id: string };
};

/** The way from a record to the form of a new case about it. */
export function OpenCaseLink({ organization, about }: OpenCaseLinkProps) {
  return (
    <IfCan permission="cases.create">
      <ButtonLink to="/cases" search={{ organization_id: organization.id, ...about, new: '1' }}>
        {caseTexts.openAbout}
      </ButtonLink>
    </IfCan>
  );
}
