import { letter, type Sender } from './letter.ts';
import type { Mail } from './mail-queue.ts';

/** What the letters about a case say. There is no place in it for an internal note. */
export interface CaseLetter extends Sender {
  readonly to: string;
  readonly firstName: string;
  readonly number: string;
  /** The subject of the case. */
  readonly title: string;
  /** Who wrote or did it. */
  readonly author: string;
  /** What they wrote, if anything. */
  readonly text: string | null;
  /** The page of the case. */
  readonly link: string;
}

/** A new case, to whoever looks after the account. */
export function caseOpenedMail(about: CaseLetter): Mail {
  return {
    to: about.to,
    template: 'case_opened',
    subject: `New case ${about.number}: ${about.title}`,
    text: letter(about.firstName, about, [
      `${about.author} opened case ${about.number}, “${about.title}”.`,
      ...quoted(about.text),
      `See and answer it here:\n${about.link}`,
    ]),
  };
}

const happened = { replied: 'replied to', reopened: 'reopened' } as const;

/** A reply in a case, or that it was opened again. */
export function caseRepliedMail(about: CaseLetter, event: keyof typeof happened): Mail {
  return {
    to: about.to,
    template: 'case_replied',
    subject: `Case ${about.number}: ${about.title}`,
    text: letter(about.firstName, about, [
      `${about.author} ${happened[event]} case ${about.number}, “${about.title}”.`,
      ...quoted(about.text),
      `Read and answer it here:\n${about.link}`,
    ]),
  };
}

/** Marked line by line, so that nothing a person wrote passes for a text of the product. */
function quoted(text: string | null): string[] {
  return text === null ? [] : [text.replace(/^/gm, '> ')];
}
