import { useNavigate, useSearch } from '@tanstack/react-router';

export type UrlSearch = Readonly<Record<string, string>>;

/** Search texts stay texts: a number somebody searches for is not a number to us. */
export function parseUrlSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifyUrlSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text ? `?${text}` : '';
}

/** Filters, sort and tabs live in the address, so that a list can be sent and found again. */
export function useUrlSearch() {
  const search: UrlSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const patch = (changes: Record<string, string | undefined>) =>
    navigate({ to: '.', search: { ...search, ...changes }, replace: true, resetScroll: false });
  const open = (next: UrlSearch) => navigate({ to: '.', search: next, replace: true });
  const clear = () => open({});
  return { search, patch, open, clear };
}

/** A choice as it stands in the address; anything else there is no choice. */
export function oneOf<Choice extends string>(
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === value);
}
