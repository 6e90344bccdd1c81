import type { FieldProblem } from '../../contract/problems.ts';
import type { Variable } from './templates/define.ts';

/** Subject and text with `{{variables}}` in them, or a mail in which they are filled in. */
export interface Words {
  readonly subject: string;
  readonly body: string;
}

type Variables = Readonly<Record<string, Variable>>;
type Values = Readonly<Record<string, string>>;

const slot = /\{\{([^{}]*)\}\}/g;
const longestSubject = 300;
const longestBody = 50_000;

/** Fills in the variables, each once: a value that looks like a variable stays as it is. Plain text, and a subject of one line. */
export function render({ subject, body }: Words, variables: Variables, values: Values): Words {
  const said = (name: string): string | undefined => {
    if (!Object.hasOwn(variables, name) || !Object.hasOwn(values, name)) return undefined;
    const value = values[name] ?? '';
    return variables[name]?.lines ? manyLines(value) : oneLine(value);
  };
  const fill = (text: string) => text.replace(slot, (whole, inside: string) => said(inside.trim()) ?? whole);
  return {
    subject: oneLine(fill(subject)).slice(0, longestSubject).toWellFormed(),
    body: `${fill(body).slice(0, longestBody).toWellFormed().trimEnd()}\n`,
  };
}

/** A line break in a subject would begin a header of the sender's choice. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function manyLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}

/** The samples of all variables, as values. */
export function samplesOf(variables: Variables): Values {
  return Object.fromEntries(Object.entries(variables).map(([name, { sample }]) => [name, sample]));
}

/** What keeps these words from being a mail, field by field; nothing when they can be sent. */
export function problemsIn({ subject, body }: Words, variables: Variables): FieldProblem[] {
  const required = Object.keys(variables).filter((name) => variables[name]?.required);
  const wrongPlace = namesIn(subject).filter((name) => required.includes(name));
  const left = required.filter((name) => !namesIn(body).includes(name));
  return [
    ...unreadable('subject', subject, variables),
    ...unreadable('body', body, variables),
    ...wrongPlace.map((name) =>
      problem('subject', 'variable_private', `{{${name}}} opens an account: keep it out of the subject`),
    ),
    ...left.map((name) => problem('body', 'variable_missing', `The text needs {{${name}}}`)),
    ...required
      .filter((name) => isJoined(body, name))
      .map((name) =>
        problem(
          'body',
          'variable_joined',
          `{{${name}}} opens an account: leave a space or a line break before and after it`,
        ),
      ),
  ];
}

/** As a part of a longer address, a link that opens an account would be handed to whoever that address belongs to. */
function isJoined(text: string, name: string): boolean {
  return [...text.matchAll(slot)].some(({ 0: whole, 1: inside = '', index }) => {
    const around = [text[index - 1], text[index + whole.length]];
    return inside.trim() === name && around.some((beside) => beside !== undefined && !/[ \t\n]/.test(beside));
  });
}

function unreadable(field: keyof Words, text: string, variables: Variables): FieldProblem[] {
  const unknown = namesIn(text).filter((name) => !Object.hasOwn(variables, name));
  const stray = /\{\{|\}\}/.test(text.replace(slot, ''));
  return [
    ...[...new Set(unknown)].map((name) =>
      problem(field, 'variable_unknown', `There is no variable {{${name}}}`),
    ),
    ...(stray ? [problem(field, 'variable_open', 'A variable is written {{like_this}}')] : []),
  ];
}

function namesIn(text: string): string[] {
  return [...text.matchAll(slot)].map(([, inside = '']) => inside.trim());
}

function problem(field: string, code: string, message: string): FieldProblem {
  return { field, code, message };
}
