import { describe, expect, it } from 'vitest';
import { guessDateFormat, guessMapping } from './guess.ts';
import { readCsv } from './read-csv.ts';

describe('readCsv', () => {
  it('reads quoted cells with separators, doubled quotes and line breaks', () => {
    expect(readCsv('a,b\r\n"x, ""y""","1\n2"\n\n,z')).toEqual({
      header: ['a', 'b'],
      rows: [
        ['x, "y"', '1\n2'],
        ['', 'z'],
      ],
    });
  });

  it('takes the separator from the header', () => {
    expect(readCsv('a;b\n1,5;2').rows).toEqual([['1,5', '2']]);
  });
});

describe('guesses', () => {
  const sheet = readCsv('account_id,account_name,signup_date,referral_source\nA-1,Acme,16-10-2024,ads');
  const fields = ['external_id', 'name', 'customer_since', 'source'].map((field) => ({
    field,
    label: field,
  }));
  const mapping = guessMapping(fields, sheet.header);

  it('finds columns under the names that other systems use', () => {
    expect(mapping).toEqual({
      external_id: 'account_id',
      name: 'account_name',
      customer_since: 'signup_date',
      source: 'referral_source',
    });
  });

  it('finds the columns of a users file under their everyday names', () => {
    const users = ['role', 'first_name', 'username', 'user_profile', 'organization', 'partner'];
    const header = ['Role', 'First name', 'E-mail', 'Profile', 'Company', 'Partner'];
    const guessed = guessMapping(
      users.map((field) => ({ field, label: field })),
      header,
    );
    expect(users.map((field) => guessed[field])).toEqual(header);
  });

  it('reads the date format off the values', () => {
    expect(guessDateFormat(sheet, mapping)).toMatchObject({ format: 'DD-MM-YYYY', column: 'signup_date' });
  });
});
