import type { Submission, Superseded, SupersededBy } from '../submission.ts';

/**
 * Which hand-ins do not count because another one of the same person does. The same person: by the LMS's key, else by the key in the table,
 * else by class and alias. Of several, the later attempt counts where the LMS tells attempts apart; else that with more rounds; else the last by name.
 */
export function findSuperseded(submissions: readonly Submission[]): readonly Superseded[] {
  const people = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const key = personOf(submission);
    const of = people.get(key);
    if (of) of.push(submission);
    else people.set(key, [submission]);
  }
  return [...people.values()].flatMap((of) => {
    const counts = of.reduce((best, next) => (compare(best, next).order < 0 ? next : best));
    return of
      .filter((one) => one !== counts)
      .map((one) => ({ submission: one.index, by: counts.index, rule: compare(one, counts).rule }));
  });
}

function personOf({ lms, tableKey, handIn }: Submission): string {
  if (lms) return JSON.stringify([lms.lms, lms.key]);
  if (tableKey !== null) return JSON.stringify(['table', tableKey.toLowerCase()]);
  return JSON.stringify(['alias', handIn.classId, aliasKey(handIn.alias)]);
}

/** Aliases that a person would call the same. */
export function aliasKey(alias: string): string {
  return alias.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** Below zero: the other one counts. */
function compare(one: Submission, other: Submission): { readonly order: number; readonly rule: SupersededBy } {
  const attempts = one.lms?.attempt && other.lms?.attempt ? textOrder(one.lms.attempt, other.lms.attempt) : 0;
  if (attempts !== 0) return { order: attempts, rule: 'later-attempt' };
  const place = textOrder(one.path.join('\n'), other.path.join('\n')) || one.index - other.index;
  if (one.receipt === other.receipt) return { order: place, rule: 'same-content' };
  const rounds = one.handIn.decisions.length - other.handIn.decisions.length;
  return rounds !== 0 ? { order: rounds, rule: 'more-rounds' } : { order: place, rule: 'last-by-name' };
}

/** Numbers inside texts by their value: `game 2` before `game 10`. */
const collator = new Intl.Collator('en', { numeric: true });

function textOrder(a: string, b: string): number {
  return collator.compare(a, b);
}
