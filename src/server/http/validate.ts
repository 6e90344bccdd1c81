import type { z } from 'zod';
import type { FieldProblem } from '../../contract/problems.ts';
import { plainWords } from './plain-words.ts';
import { Problem } from './problem.ts';

/** Checks one part of a request against its schema; throws one problem that names every field. */
export function validate(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {}, { error: plainWords });
  if (parsed.success) {
    const unkept = unkeptTexts(parsed.data, []);
    if (unkept.length > 0) throw new Problem('request/invalid', { fields: unkept });
    return parsed.data;
  }
  throw new Problem('request/invalid', { fields: parsed.error.issues.flatMap(fieldsOf) });
}

/** Null characters and halves of surrogate pairs: no database keeps them, in a column or in JSON. */
function unkeptTexts(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === 'string') {
    if (!value.includes('\0') && value.isWellFormed()) return [];
    const message = 'Contains characters that can not be kept';
    return [{ field: path.join('.').toWellFormed(), code: 'characters', message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const inside = [...path, key];
    const own = unkeptTexts(key, inside);
    return own.length > 0 ? own : unkeptTexts(part, inside);
  });
}

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.'),
      code: 'unknown_field',
      message: 'This field is not known here',
    }));
  }
  return [{ field: path.join('.'), code: issue.code, message: issue.message }];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text form of an id; anything else in a path can only be a missing record. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}

/** The version in `If-Match: "7"`. */
export function ifMatchOf(header: string | undefined): number | null {
  const match = /^"?(\d{1,9})"?$/.exec(header?.trim() ?? '');
  return match ? Number(match[1]) : null;
}
