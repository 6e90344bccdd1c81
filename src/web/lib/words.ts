/** "payment_terms_days" -> "Payment terms days": for names that no text has been written for. */
export function humanize(name: string): string {
  const words = name
    .replace(/_id$/, '')
    .replaceAll(/[._/-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
