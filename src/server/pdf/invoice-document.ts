/** Amounts are minor units of the document's currency, dates are `YYYY-MM-DD`. */
export interface InvoiceDocument {
  readonly number: string;
  readonly status: 'draft' | 'open' | 'paid' | 'void';
  readonly issue_date: string;
  readonly due_date: string;
  /** As it is to be read: "Net 30", "Due on receipt". */
  readonly payment_terms: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47; decides how amounts and dates are written. The words are English. */
  readonly locale: string;
  readonly company: InvoiceParty;
  readonly bill_to: InvoiceParty & { readonly number: string | null };
  readonly lines: readonly InvoiceDocumentLine[];
  readonly amount: number;
  /** Payments and credits that were applied, in the order in which they are shown. */
  readonly applied: readonly InvoiceApplied[];
  /** What is still to be paid. */
  readonly balance: number;
  /** A free text below the totals. */
  readonly note: string | null;
}

export interface InvoiceParty {
  readonly name: string;
  /** Line by line, as on an envelope. */
  readonly address: readonly string[];
  readonly email: string | null;
}

export interface InvoiceDocumentLine {
  readonly description: string;
  /** First and last day; null for what has no period. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** How many days of a whole period are charged or given back; null where it is the whole one. */
  readonly days: { readonly count: number; readonly of: number } | null;
  readonly quantity: number;
  readonly unit_price: number;
  /** Charged besides, whatever the quantity; 0 for none. */
  readonly flat_price: number;
  /** Negative for what is given back. */
  readonly amount: number;
}

export interface InvoiceApplied {
  /** "Payment P-000012", "Credit CM-000003". */
  readonly label: string;
  /** More than 0; it is shown as a deduction. */
  readonly amount: number;
}
