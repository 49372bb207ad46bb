import { leverNames, tierNames } from '../../content/names.ts';
import { refusalTexts } from '../../content/refusals.ts';
import type { Refusal } from '../../engine/index.ts';
import type { Formats } from '../../ui/format.ts';
import { messagesOf } from '../../ui/message.ts';

const t = messagesOf(refusalTexts);

/** A refusal in words: what is wrong and how to mend it. */
export function refusalText(refusal: Refusal, formats: Formats): string {
  const value = refusal.value ?? 0;
  const limit = refusal.limit ?? 0;
  return t(refusal.code, {
    lever: refusal.lever ? leverNames[refusal.lever] : '',
    tier: refusal.tier ? tierNames[refusal.tier] : '',
    value: formats.money(value),
    limit: formats.money(limit),
    over: moneyAtLeast(value - limit, formats),
    round: (refusal.round ?? 0) + 1,
    expected: refusal.expected ?? '',
    got: refusal.got ?? '',
  });
}

/** An amount to take away, rounded up to a whole unit so that taking it away is enough. */
export function moneyAtLeast(cents: number, formats: Formats): string {
  return formats.money(Math.ceil(cents / 100) * 100);
}

/** An amount still to spend, rounded down to a whole unit so that spending it is allowed. */
export function moneyAtMost(cents: number, formats: Formats): string {
  return formats.money(Math.floor(cents / 100) * 100);
}
