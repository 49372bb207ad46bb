/**
 * How dates may be written. Years have four digits, months and days one or two (two in the compact form); a time after
 * the date (`T10:15`, ` 10:15`) is ignored.
 *
 * - `year-month-day`: 1997-09-30, 1997/9/30, 1997.09.30
 * - `compact`: 19970930
 * - `day-month-year`: 30/09/1997, 30-9-1997, 30.09.1997
 * - `month-day-year`: 09/30/1997, 9-30-1997
 */
export type DateFormat = 'year-month-day' | 'compact' | 'day-month-year' | 'month-day-year';

export const DATE_FORMATS: readonly DateFormat[] = ['year-month-day', 'compact', 'day-month-year', 'month-day-year'];

const TIME_AFTER = '(?:[T ].*)?$';
const PATTERNS: Readonly<Record<DateFormat, { pattern: RegExp; order: readonly [number, number, number] }>> = {
  'year-month-day': { pattern: new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME_AFTER}`), order: [1, 3, 4] },
  compact: { pattern: new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME_AFTER}`), order: [1, 2, 3] },
  'day-month-year': { pattern: new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME_AFTER}`), order: [4, 3, 1] },
  'month-day-year': { pattern: new RegExp(`^(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})${TIME_AFTER}`), order: [4, 1, 3] },
};

/**
 * Day number (days since 1970-01-01, proleptic Gregorian) of a date in the given format, or null when the text is not
 * such a date or the day does not exist.
 */
export function parseDay(text: string, format: DateFormat): number | null {
  const { pattern, order } = PATTERNS[format];
  const match = pattern.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [year, month, day] = order.map((group) => Number(match[group]));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : null;
}

/**
 * Day number of a day of the Gregorian calendar. Own arithmetic, since a `Date` would bring in time zones.
 *
 * *Source:* Fliegel and Van Flandern, 1968, in the era form of Hinnant, 2013, "chrono-compatible low-level date
 * algorithms".
 */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - 400 * era;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day as yyyy-mm-dd. */
export function formatDay(day: number): string {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/**
 * The format in which a column of dates is written: the one that fits the most entries. Null when none fits any;
 * `ambiguous` when day-month and month-day fit equally well and give different days (as in 03/04/2024): the file cannot
 * tell, the user must.
 */
export function detectDateFormat(texts: readonly string[]): DateFormat | 'ambiguous' | null {
  let best: DateFormat | null = null;
  let most = 0;
  for (const format of DATE_FORMATS) {
    const fitting = texts.filter((text) => parseDay(text, format) !== null).length;
    if (fitting > most) {
      best = format;
      most = fitting;
    }
  }
  if (best !== 'day-month-year') {
    return best;
  }
  const monthFirst = texts.filter((text) => parseDay(text, 'month-day-year') !== null);
  const isTie = monthFirst.length === most;
  return isTie && monthFirst.some((text) => parseDay(text, best) !== parseDay(text, 'month-day-year'))
    ? 'ambiguous'
    : best;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
