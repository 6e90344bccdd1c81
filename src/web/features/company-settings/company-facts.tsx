import type { Output } from '../../lib/api.ts';
import { companyTexts } from '../../texts/company-settings.ts';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { languageName } from './company-choices.ts';

/** For those who may look but not change. */
export function CompanyFacts({ settings }: { settings: Output<'GET /company-settings'> }) {
  const facts = [
    { label: companyTexts.name, value: settings.name },
    { label: companyTexts.currency, value: settings.currency },
    { label: companyTexts.timeZone, value: settings.time_zone },
    { label: companyTexts.language, value: languageName(settings.language) },
    { label: companyTexts.supportEmail, value: settings.support_email },
  ];
  return (
    <Card className="max-w-2xl">
      <DescriptionList facts={facts} />
    </Card>
  );
}
