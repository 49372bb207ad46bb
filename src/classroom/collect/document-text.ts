import { readZip } from './read-zip.ts';

/** Largest text part of a document that is unpacked, bytes. */
const LARGEST_PART = 8_000_000;
const MOST_PARTS = 2_000;
/** Parts that hold what was typed: word processors' documents are zips. */
const TEXT_PARTS = ['word/document.xml', 'content.xml'];

/** Bytes as text: by their byte order mark, else UTF-8, else one byte a letter. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a page or a document's part says, without its markup: to look for a code in, never to be shown. */
export function textOfMarkup(markup: string): string {
  return markup
    .replace(/<[^<>]{0,10000}>/g, ' ')
    .replace(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replace(/&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/gi, ' ');
}

/** What was typed into a .docx or .odt; null where it cannot be read. */
export function textOfDocument(bytes: Uint8Array): string | null {
  const zip = readZip(bytes, MOST_PARTS);
  if (!zip.ok) return null;
  const part = zip.entries.find(({ name }) => TEXT_PARTS.includes(name));
  const unpacked = part?.read(LARGEST_PART);
  return unpacked?.ok ? textOfMarkup(decodeText(unpacked.bytes)) : null;
}
