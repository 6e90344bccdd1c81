import type { Organization } from '../../../contract/organizations.ts';
import { OrganizationLink } from '../../commerce/commerce-links.tsx';
import { formatMoney } from '../../lib/format.ts';
import { countryName } from '../../lib/regions.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { linkClass } from '../../ui/text-link.tsx';

const words = organizationTexts.fields;
const titles = organizationTexts.facts;

/** Street, place, region, one per line, without what is missing. */
function addressOf(row: Organization) {
  const place = [row.billing_postal_code, row.billing_city].filter(Boolean).join(' ');
  const lines = [row.billing_street, place, row.billing_region].filter(Boolean);
  return lines.length > 0 ? <span className="whitespace-pre-line">{lines.join('\n')}</span> : null;
}

function mailLink(address: string | null) {
  if (!address) return null;
  return (
    <a className={linkClass} href={`mailto:${address}`}>
      {address}
    </a>
  );
}

export function OrganizationFacts({ row }: { row: Organization }) {
  const address = addressOf(row);
  const details = [
    { label: words.email, value: mailLink(row.email) },
    { label: words.phone, value: row.phone },
    { label: words.country, value: countryName(row.country) },
    { label: words.billing_address, value: address },
    { label: words.industry, value: row.industry },
    { label: words.source, value: row.source },
    {
      label: words.customer_since,
      value: row.customer_since ? <DateTime value={row.customer_since} /> : null,
    },
    { label: words.created_at, value: <DateTime value={row.created_at} /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  const assignment = [
    { label: words.account_executive, value: row.account_executive?.name },
    { label: words.partner, value: row.partner ? <OrganizationLink to={row.partner} /> : titles.noPartner },
    { label: words.partner_account_executive, value: row.partner_account_executive?.name },
  ];
  const payment = row.last_payment ? (
    <>
      {formatMoney(row.last_payment)} · <DateTime value={row.last_payment_at} />
    </>
  ) : null;
  const money = [
    {
      label: words.account_balance,
      value: <span className="tabular">{formatMoney(row.account_balance)}</span>,
    },
    {
      label: words.credit_balance,
      value: <span className="tabular">{formatMoney(row.credit_balance)}</span>,
    },
    { label: words.last_payment, value: payment },
    {
      label: words.last_invoice_date,
      value: row.last_invoice_date ? <DateTime value={row.last_invoice_date} /> : null,
    },
    { label: words.currency, value: row.currency },
    { label: organizationTexts.facts.terms, value: organizationTexts.paymentTerms(row.payment_terms_days) },
  ];
  return (
    <div className="mb-6 grid items-start gap-4 lg:grid-cols-3">
      <div className="flex flex-col gap-4 lg:col-span-2">
        <Card title={titles.details}>
          <DescriptionList facts={details} columns={3} />
        </Card>
        <Card title={titles.assignment}>
          <DescriptionList facts={assignment} columns={3} />
        </Card>
      </div>
      <Card title={titles.money}>
        <DescriptionList facts={money} />
      </Card>
    </div>
  );
}
