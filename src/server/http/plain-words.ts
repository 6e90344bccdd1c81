import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'Must be an id',
  email: 'Must be an e-mail address',
  date: 'Must be a date such as 2024-10-16',
  datetime: 'Must be a time such as 2024-10-16T12:00:00Z',
};

/** What a value must be like, for whoever filled in the field; only where the schema has no words of its own. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'too_big':
      return `Must ${bound(issue.origin, 'most', Number(issue.maximum))}`;
    case 'too_small':
      return `Must ${bound(issue.origin, 'least', Number(issue.minimum))}`;
    case 'invalid_type':
      if (issue.input === undefined) return 'Is missing';
      return kinds[issue.expected] ? `Must be ${kinds[issue.expected]}` : undefined;
    case 'invalid_value':
      return issue.input === undefined
        ? 'Is missing'
        : `Must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format];
    default:
      return undefined;
  }
};

function bound(origin: string, side: 'most' | 'least', limit: number): string {
  if (origin === 'string') return `have at ${side} ${counted(limit, 'character')}`;
  if (origin === 'array') return `have at ${side} ${counted(limit, 'entry')}`;
  return `be at ${side} ${limit}`;
}

function counted(count: number, thing: 'character' | 'entry'): string {
  const many = thing === 'entry' ? 'entries' : 'characters';
  return `${count} ${count === 1 ? thing : many}`;
}
