/** Which character separates whole from decimals. */
export type DecimalMark = '.' | ',';

const DECORATION = /[\s'’$€£¥]|[A-Za-z]{3}$|^[A-Za-z]{3}/g;

/**
 * An amount of money as a number, or null when the text is none. Currency signs, three-letter currency codes, blanks
 * and apostrophes are ignored; the other mark may group thousands, in threes only.
 */
export function parseAmount(text: string, decimalMark: DecimalMark): number | null {
  const bare = text.trim().replace(DECORATION, '');
  const plain = decimalMark === '.' ? bare : bare.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
  return /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$|^[-+]?\.\d+$/.test(plain) ? Number(plain.replaceAll(',', '')) : null;
}

/**
 * The decimal mark of a column of amounts: the mark that comes last where an entry has both; otherwise a comma if one
 * is ever followed by other than three digits; otherwise the point.
 */
export function detectDecimalMark(texts: readonly string[]): DecimalMark {
  for (const text of texts) {
    const point = text.lastIndexOf('.');
    const comma = text.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      return comma > point ? ',' : '.';
    }
  }
  return texts.some((text) => /,(\d{1,2}|\d{4,})\D*$/.test(text)) ? ',' : '.';
}
