import type { ImportRequest } from '../../contract/imports.ts';
import { minorDigits } from '../../contract/minor-digits.ts';
import type { CellProblem } from './importer.ts';
import { readDate, readMoment } from './read-date.ts';

type Cells = Readonly<Record<string, string>>;

/** Reads the cells of one row and remembers every one that can not be read, so that all are said at once. */
export function cellReader(cells: Cells, dateFormat: ImportRequest['date_format']) {
  const problems: CellProblem[] = [];
  const wrong = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const text = (field: string): string => {
    const cell = cells[field] ?? '';
    // What is imported stands in mails and tables: a second line could pass for a text of the product.
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(cell) && !problems.some((problem) => problem.field === field))
      wrong(field, 'Must be on one line');
    return cell;
  };
  const date = (field: string): string | null => {
    if (text(field) === '') return null;
    return readDate(text(field), dateFormat) ?? wrong(field, `Must be a date written ${dateFormat}`);
  };
  return {
    problems,
    wrong,
    text,
    required: (field: string): string => text(field) || (wrong(field, 'Must not be empty') ?? ''),
    date,
    requiredDate: (field: string): string =>
      (text(field) === '' ? wrong(field, 'Must not be empty') : date(field)) ?? '',
    whole: (field: string, otherwise: number): number => {
      if (text(field) === '') return otherwise;
      return /^\d{1,7}$/.test(text(field))
        ? Number(text(field))
        : (wrong(field, 'Must be a whole number') ?? otherwise);
    },
    yes: (field: string, otherwise: boolean): boolean => {
      const word = text(field).toLowerCase();
      if (word === '') return otherwise;
      if (['true', 'yes', 'y', '1'].includes(word)) return true;
      if (['false', 'no', 'n', '0'].includes(word)) return false;
      return wrong(field, 'Must be true or false') ?? otherwise;
    },
    /** Minor units of the currency; null for an empty cell. */
    money: (field: string, currency: string): number | null => {
      if (text(field) === '') return null;
      return (
        readMoney(text(field), currency) ?? wrong(field, `Must be an amount of ${currency}, such as 1234.50`)
      );
    },
  };
}

type CellReader = ReturnType<typeof cellReader>;

/** A date with or without a time, as RFC 3339 in UTC; null for an empty cell. */
export function readMomentIn(
  read: CellReader,
  field: string,
  dateFormat: ImportRequest['date_format'],
): string | null {
  const text = read.text(field);
  if (text === '') return null;
  return (
    readMoment(text, dateFormat) ??
    read.wrong(field, `Must be a date written ${dateFormat}, alone or with a time such as 14:05`)
  );
}

/** One of some words, in any case; another system's word can stand for one of them. */
export function readChoice<const T extends string>(
  read: CellReader,
  field: string,
  words: readonly T[],
  { otherwise, synonyms = {} }: { otherwise: NoInfer<T>; synonyms?: Readonly<Record<string, NoInfer<T>>> },
): T {
  const word = read.text(field).toLowerCase();
  if (word === '') return otherwise;
  const found = words.find((known) => known === word) ?? synonyms[word];
  return found ?? read.wrong(field, `Must be one of ${words.join(', ')}`) ?? otherwise;
}

/** As much as the API takes, minor units. */
const most = 1_000_000_000_000;

/** An amount as files write it, in minor units; null when it is none, or finer than the currency. */
export function readMoney(text: string, currency: string): number | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text.trim());
  if (!parts) return null;
  const digits = minorDigits(currency);
  const fraction = (parts[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const amount = Number(`${parts[1]}${fraction.padEnd(digits, '0')}`);
  return amount <= most ? amount : null;
}
