/**
 * Text from outside, made harmless to look at: no control characters, nothing invisible that turns the direction of writing or hides in a
 * name, no towers of accents; spaces in a row are one. Shown as text, never as markup.
 *
 * *Source:* Unicode TR 36, *Unicode Security Considerations*, section 2; joiners stay where they make an emoji one.
 */
export function plainText(text: string, longest: number): string {
  const cleaned = text
    .slice(0, 8 * longest)
    .normalize('NFC')
    // Lone surrogates are no characters.
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Z}\t\r\n\v\f]+/gu, ' ')
    .replace(/(?!(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic}))[\p{C}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    // Once more, so that cleaning a clean text changes nothing: receipts depend on it.
    .replace(/ {2,}/g, ' ')
    .trim();
  return [...cleaned].slice(0, longest).join('').trim();
}

/** Longest alias, characters. */
export const LONGEST_ALIAS = 40;

/** An alias as it is shown and handed in; empty when nothing is left of it. */
export function plainAlias(text: string): string {
  return plainText(text, LONGEST_ALIAS);
}
