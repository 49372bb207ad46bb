import { debrief } from '../../content/debrief.ts';
import { findingTexts } from '../../content/findings.ts';
import { leverNames, policyNames, tierNames } from '../../content/names.ts';
import type { Formats } from '../../ui/format.ts';
import { type MessageValues, messagesOf } from '../../ui/message.ts';
import type { Finding, FindingId } from '../../worker/report/findings.ts';
import type { ChapterId } from './chapter.tsx';

const t = messagesOf(findingTexts);
const tTexts = messagesOf(debrief);

type Write = (value: number, formats: Formats) => string | number;

const money: Write = (value, formats) => formats.moneyCompact(value);
const share: Write = (value, formats) => formats.percent(value);
/** For plurals: the number itself. */
const plain: Write = (value) => value;

/** How figures of a name are written; all others are money. */
const WRITE: Readonly<Record<string, Write>> = {
  index: (value, formats) => formats.decimal(value),
  share,
  captured: share,
  capturable: share,
  rank: share,
  spentBefore: share,
  spentLast: share,
  careBefore: share,
  careLast: share,
  correlation: (value, formats) => formats.hundredths(value),
  away: share,
  bias: (value, formats) => formats.decimal(value),
  perUnit: (value, formats) => formats.moneyExact(100 * value),
  round: (value) => value + 1,
  customers: plain,
  gone: plain,
  rounds: plain,
  hits: plain,
};

/** Names that mean something else in one chapter: the relapse index is a share, the error of a return is a return. */
const IN_CHAPTER: Readonly<Record<string, Readonly<Record<string, Write>>>> = {
  habits: { index: share },
  choices: { standardError: (value, formats) => formats.moneyExact(100 * value) },
};

/** A finding in words: each of its figures with its sign as `{x}`, without as `{xSize}`, and the sign by itself as `{xSign}`. */
export function findingText({ id, numbers, names = {} }: Finding, formats: Formats): string {
  const values: Record<string, string | number> = { unit: formats.money(100), ...namesOf(names) };
  for (const [name, value] of Object.entries(numbers)) {
    const write = IN_CHAPTER[id.split('/')[0]]?.[name] ?? WRITE[name] ?? money;
    values[name] = write(value, formats);
    values[`${name}Size`] = write(Math.abs(value), formats);
    values[`${name}Sign`] = value < 0 ? 'minus' : 'plus';
    if (write === plain) values[`${name}Text`] = formats.count(value);
  }
  if (numbers.onFile !== undefined) values.onFileText = formats.count(numbers.onFile);
  if (numbers.rank !== undefined) values.rankRest = formats.percent(1 - numbers.rank);
  return t(id, values);
}

/** Names in words: a cell by its lever and tier, a plan, a lever by itself. */
function namesOf({ tier, lever, policy, kind }: NonNullable<Finding['names']>): MessageValues {
  const known = <T>(names: Readonly<Record<string, T>>, key: string | undefined) => (key ? names[key] : undefined);
  const leverName = known(leverNames, lever) ?? lever ?? '';
  const tierName = known(tierNames, tier);
  return {
    lever: leverName,
    choice: tierName ? tTexts('choiceOf', { lever: leverName, tier: tierName }) : tTexts('insight'),
    kind: kind ?? '',
    ...(policy ? { policy: known(policyNames, policy)?.name ?? policy } : {}),
  };
}

/** What was found, by the chapter that tells it. */
export type FoundByChapter = Readonly<Record<ChapterId, readonly FoundText[]>>;

export type FoundText = { readonly id: FindingId; readonly text: string };

/** The sentences of these findings, in the order asked for; those that do not hold are left out. */
export function textsOf(found: readonly FoundText[], ...ids: readonly FindingId[]): readonly string[] {
  return ids.flatMap((id) => found.filter((one) => one.id === id).map(({ text }) => text));
}

/** What chapters open with, in this order, on the screen and on paper alike. */
const OPENINGS = {
  reveal: [
    'reveal/over-estimated',
    'reveal/under-estimated',
    'reveal/best-fifth-holds',
    'reveal/silently-gone',
    'reveal/below-zero',
  ],
  choices: ['choices/best', 'choices/worst', 'choices/last-dollar-best', 'choices/last-dollar-worst'],
  luck: ['luck/lucky', 'luck/ordinary', 'luck/unlucky'],
} as const satisfies Partial<Record<ChapterId, readonly FindingId[]>>;

type Opening = keyof typeof OPENINGS;

/** What a chapter opens with. */
export function openingOf(chapter: Opening, found: readonly FoundText[]): readonly string[] {
  return textsOf(found, ...OPENINGS[chapter]);
}

/** All findings of a chapter, with those before the others that it opens with. */
export function openingFirst(chapter: Opening, found: readonly FoundText[]): readonly FoundText[] {
  const order: readonly FindingId[] = OPENINGS[chapter];
  const place = ({ id }: FoundText) => (order.includes(id) ? order.indexOf(id) : order.length);
  return found.toSorted((a, b) => place(a) - place(b));
}
