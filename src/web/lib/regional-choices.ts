import { anyFormat, formats } from '../../contract/formats.ts';

const languages = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
const sampleDay = new Date('2026-12-31T12:00:00Z');

/** "31.12.2026 · 1.234,56": how dates and numbers look. */
function sampleOf(locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).format(sampleDay);
  return `${day} · ${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(1234.56)}`;
}

export function formatName(locale: string): string {
  return `${languages.of(locale) ?? locale}: ${sampleOf(locale)}`;
}

/** Every way to write dates and numbers that can be chosen. */
export const formatChoices = formats.map((value) => ({ value, label: formatName(value) }));

/** As a company has it: `anyFormat` leaves it to each browser. */
export function companyFormatName(language: string, browser: string): string {
  return language === anyFormat ? browser : formatName(language);
}

export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** Every zone the browser knows, UTC first; the one in use is never missing. */
export function timeZones(inUse?: string | null): readonly string[] {
  const known = ['UTC', ...(inUse ? [inUse] : []), ...Intl.supportedValuesOf('timeZone')];
  return [...new Set(known)];
}

/** The zone that is called so, however it is written; the one in use is known. */
export function zoneCalled(name: string, inUse?: string | null): string | undefined {
  const wanted = zoneName(name.trim()).toLowerCase();
  return timeZones(inUse).find((zone) => zoneName(zone).toLowerCase() === wanted);
}

/** "GMT+1": how far a zone is from UTC now. */
export function distanceOf(zone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Zones whose name has all the words that were typed, whatever their order. */
export function findZones(typed: string, most = 50): readonly string[] {
  const words = typed.toLowerCase().replaceAll('_', ' ').split(/\s+/).filter(Boolean);
  const fits = (zone: string) => words.every((word) => zoneName(zone).toLowerCase().includes(word));
  return timeZones().filter(fits).slice(0, most);
}
