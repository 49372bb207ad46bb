/** The game's calendar in exports: its first quarter begins on this day. */
const FIRST_YEAR = 2026;
const MONTHS = 3;
const QUARTERS = 4;
const DAY_MS = 86_400_000;

/** Days found so far, by quarter: exports ask for the same few a million times. */
const firstDays = new Map<number, number>();

/** First day of a quarter, in days since 1 January 1970; round 0 is the first played one. */
export function firstDayOf(round: number): number {
  let day = firstDays.get(round);
  if (day === undefined) {
    const year = FIRST_YEAR + Math.floor(round / QUARTERS);
    const quarter = ((round % QUARTERS) + QUARTERS) % QUARTERS;
    day = Date.UTC(year, quarter * MONTHS, 1) / DAY_MS;
    firstDays.set(round, day);
  }
  return day;
}

/**
 * The day of a moment within a round, in days since 1 January 1970. What happens at the very end of a quarter, as first orders do,
 * falls on its last day.
 *
 * @param time quarters since the first played round began
 */
export function dayOf(time: number, round: number): number {
  const first = firstDayOf(round);
  const days = firstDayOf(round + 1) - first;
  return first + Math.min(days - 1, Math.max(0, Math.floor((time - round) * days)));
}

/** Days written so far. */
const written = new Map<number, string>();

/** A day as ISO 8601 writes it: `2026-01-31`. */
export function isoDate(day: number): string {
  let text = written.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    written.set(day, text);
  }
  return text;
}
