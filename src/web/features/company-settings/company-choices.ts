import { companyTexts } from '../../texts/company-settings.ts';

const languages: Readonly<Record<string, string>> = companyTexts.languages;

export const languageOptions = Object.entries(languages).map(([value, label]) => ({ value, label }));

export function languageName(code: string): string {
  return languages[code] ?? code;
}

/** Every zone the browser knows, UTC first; the one in use is never missing. */
export function timeZoneOptions(inUse: string) {
  const names = new Set(['UTC', inUse, ...Intl.supportedValuesOf('timeZone')]);
  return [...names].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
