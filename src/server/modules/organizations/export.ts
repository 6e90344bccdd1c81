import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { moneyDecimal } from '../../words.ts';
import { organizations } from './records.ts';

export const organizationExport = defineExport(organizations, {
  Number: (row) => row.number,
  Name: (row) => row.name,
  Kind: (row) => inWords(row.kind),
  Status: (row) => inWords(row.status),
  Partner: (row) => row.partner?.name,
  'Account executive': (row) => row.account_executive?.name,
  'Partner account executive': (row) => row.partner_account_executive?.name,
  'E-mail': (row) => row.email,
  Phone: (row) => row.phone,
  Industry: (row) => row.industry,
  Country: (row) => row.country,
  Street: (row) => row.billing_street,
  City: (row) => row.billing_city,
  Region: (row) => row.billing_region,
  'Postal code': (row) => row.billing_postal_code,
  'Payment terms': (row) => row.payment_terms_days,
  Balance: (row) => moneyDecimal(row.account_balance),
  Credit: (row) => moneyDecimal(row.credit_balance),
  'Last payment': (row) => row.last_payment && moneyDecimal(row.last_payment),
  Currency: (row) => row.currency,
  'Last payment at': (row) => row.last_payment_at,
  'Last invoice': (row) => row.last_invoice_date,
  'Customer since': (row) => row.customer_since,
  Source: (row) => row.source,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
