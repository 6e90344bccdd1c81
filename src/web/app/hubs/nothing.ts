import { wordsOf } from '../../records/record-names.ts';
import type { Listed } from '../../records/record-queries.ts';
import { hubTexts } from '../../texts/hubs.ts';

/** What a list of an account says while it is empty. */
export function nothing(resource: Listed): { title: string; text: string } {
  const many = wordsOf(resource).many.toLowerCase();
  return { title: hubTexts.nothingOf(many), text: hubTexts.nothingOfText(many) };
}
