import { downloadBytes } from './download-bytes.ts';

/** Hands a text to the reader as a file. Nothing leaves the device. */
export function downloadText(fileName: string, text: string, type = 'text/plain'): void {
  downloadBytes(fileName, new TextEncoder().encode(text), `${type};charset=utf-8`);
}
