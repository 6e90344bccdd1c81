import { useQuery } from '@tanstack/react-query';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { apiQuery } from '../../lib/queries.ts';
import { companyTexts } from '../../texts/company-settings.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CompanyFacts } from './company-facts.tsx';
import { CompanyForm } from './company-form.tsx';

export function CompanySettingsPage() {
  const settings = useQuery(apiQuery('GET /company-settings'));
  if (settings.isPending) return <Skeleton />;
  if (!settings.data) return <LoadFailure error={settings.error} onRetry={settings.refetch} />;
  const { data } = settings;
  return (
    <>
      <PageHeader title={companyTexts.title} subtitle={companyTexts.subtitle} />
      {may(data, 'company_settings.edit') ? (
        <CompanyForm settings={data} />
      ) : (
        <CompanyFacts settings={data} />
      )}
    </>
  );
}
