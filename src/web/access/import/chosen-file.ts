import type { importMegabytes } from '../../../contract/imports.ts';
import { formatDecimal } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { readCsv, type Sheet } from './read-csv.ts';

const limit: typeof importMegabytes = 50;
const mebibyte = 1024 * 1024;
const large = 5 * mebibyte;

export type ChosenFile = Sheet & { name: string; base64: string; warning: string | null };

function sizeOf(bytes: number): string {
  return `${formatDecimal(bytes / mebibyte)} MiB`;
}

/** The bytes as they are: the server must see a wrong encoding, not a repaired text. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    throw error instanceof TypeError ? new Error(importTexts.notText) : error;
  }
}

/** Reads a file for import; throws a sentence to show when it cannot be one. */
export async function readChosenFile(file: File): Promise<ChosenFile> {
  if (file.size > limit * mebibyte) throw new Error(importTexts.tooLarge(sizeOf(file.size), limit));
  const text = await textOf(file);
  if (text.includes('\0')) throw new Error(importTexts.notText);
  const sheet = readCsv(text);
  if (sheet.rows.length === 0) throw new Error(importTexts.noRows);
  return {
    ...sheet,
    name: file.name,
    base64: await base64Of(file),
    warning: file.size > large ? importTexts.large(sizeOf(file.size)) : null,
  };
}

/** The first few different values of a column. */
export function samplesOf(sheet: Sheet, column: string, count = 3): readonly string[] {
  const values = valuesOf(sheet, column).filter((value) => value !== '');
  return [...new Set(values.slice(0, 50))].slice(0, count);
}

export function valuesOf(sheet: Sheet, column: string): readonly string[] {
  const place = sheet.header.indexOf(column);
  return sheet.rows.map((cells) => cells[place]?.trim() ?? '');
}
