import { ImportPage } from '../../access/import/import-page.tsx';

export function SubscriptionImportPage() {
  return <ImportPage resource="subscriptions" />;
}
