/** How numbers, money and dates can be written, as BCP 47 tags. The texts around them are English with each. */
export const formats = [
  'en-GB',
  'en-US',
  'en-CA',
  'en-AU',
  'en-IE',
  'cs-CZ',
  'da-DK',
  'de-DE',
  'de-AT',
  'de-CH',
  'es-ES',
  'fi-FI',
  'fr-FR',
  'it-IT',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-PT',
  'sv-SE',
  'ja-JP',
] as const;
export type Format = (typeof formats)[number];

/** What the company leaves to each browser; mails and documents are then written as in the United States. */
export const anyFormat = 'en';
