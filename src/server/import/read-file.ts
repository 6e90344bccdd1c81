import { importMegabytes } from '../../contract/imports.ts';
import { unreadable } from './unreadable.ts';

/** Bytes of the file itself. */
export const fileLimit = importMegabytes * 1024 * 1024;

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The text of an uploaded file. Only UTF-8 is read: guessing another encoding would damage names silently. */
export function textOf(contentBase64: string): string {
  if (!base64.test(contentBase64)) throw unreadable('The content is not Base64.');
  const bytes = Buffer.from(contentBase64, 'base64');
  if (bytes.length > fileLimit) throw tooLarge();
  return decode(bytes);
}

export function tooLarge(): Error {
  return unreadable(`The file has more than ${importMegabytes} MiB. Split it into several files.`);
}

function decode(bytes: Buffer): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) throw unreadable('The file is in UTF-16. Save it as "CSV UTF-8" and try again.');
  const text = decodeUtf8(bytes);
  if (text.includes('\0'))
    throw unreadable('The file contains null characters: it is not a CSV text file in UTF-8.');
  return text;
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(
      'The file is not in UTF-8; it looks like Windows-1252 or ISO 8859 (Latin). Save it as "CSV UTF-8" and try again.',
    );
  }
}
