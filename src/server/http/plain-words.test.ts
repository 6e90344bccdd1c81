import { expect, it } from 'vitest';
import { z } from 'zod';
import { requiredText } from '../../contract/route.ts';
import { Problem } from './problem.ts';
import { validate } from './validate.ts';

const schema = z.strictObject({
  phone: z.string().max(50),
  days: z.int().min(0).max(365),
  kind: z.enum(['customer', 'partner']),
  since: z.iso.date(),
  owner: z.uuid(),
  tags: z.array(z.string()).min(1),
  name: z.string().min(1, 'Must not be empty'),
});

function messages(value: object, by: z.ZodType = schema): Record<string, string> {
  try {
    validate(by, value);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return Object.fromEntries((error.particulars.fields ?? []).map(({ field, message }) => [field, message]));
  }
  return {};
}

it('says what a value must be like in words for the person who entered it', () => {
  const wrong = {
    phone: 'x'.repeat(51),
    days: 366,
    kind: 'both',
    since: '16.10.2024',
    owner: 'me',
    tags: [],
    name: '',
  };
  expect(messages(wrong)).toEqual({
    phone: 'Must have at most 50 characters',
    days: 'Must be at most 365',
    kind: 'Must be one of customer, partner',
    since: 'Must be a date such as 2024-10-16',
    owner: 'Must be an id',
    tags: 'Must have at least 1 entry',
    name: 'Must not be empty',
  });
  expect(messages({ days: '7', phone: 5, kind: undefined })).toMatchObject({
    days: 'Must be a number',
    phone: 'Must be a text',
    kind: 'Is missing',
    since: 'Is missing',
  });
});

it.each([
  ['', 'Must not be empty'],
  ['\u200B\u200B', 'Must have letters or signs that can be seen'],
  ['\u00AD \u2060', 'Must have letters or signs that can be seen'],
  ['\u3164\uFE0F', 'Must have letters or signs that can be seen'],
  ['\u2800', 'Must have letters or signs that can be seen'],
  ['👩‍💻', undefined],
  ['می‌خواهم', undefined],
])('a name of one line that is %j: %s', (name, message) => {
  expect(messages({ name }, z.strictObject({ name: requiredText(20) })).name).toBe(message);
});
