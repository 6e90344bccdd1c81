import { anyFormat } from '../../../contract/formats.ts';
import { companyFormatName, formatChoices, timeZones, zoneName } from '../../lib/regional-choices.ts';
import { companyTexts } from '../../texts/company-settings.ts';

export const languageOptions = [{ value: anyFormat, label: companyTexts.browserFormats }, ...formatChoices];

export function languageName(code: string): string {
  return companyFormatName(code, companyTexts.browserFormats);
}

export function timeZoneOptions(inUse: string) {
  return timeZones(inUse).map((value) => ({ value, label: zoneName(value) }));
}
