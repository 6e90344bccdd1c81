import { PayAccount } from '../features/invoices/pay-account.tsx';
import { OrganizationPage } from '../features/organizations/organization-page.tsx';
import type { RecordTab } from '../records/record-tabs.tsx';

/** Tabs of an account that belong to other features: one line each. */
const tabs: readonly RecordTab<'organizations'>[] = [];

/** The page of an organization, with what other features do for it. */
export function AccountPage() {
  return <OrganizationPage buttons={PayAccount} tabs={tabs} />;
}
