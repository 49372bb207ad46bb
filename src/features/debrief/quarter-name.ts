import { debrief } from '../../content/debrief.ts';
import { messagesOf } from '../../ui/message.ts';
import { quarterLabel } from '../../ui/quarter-label.ts';

const t = messagesOf(debrief);

/** A round as the player counts; what lies before the first is the start. */
export function quarterName({ round }: { readonly round: number }): string {
  return round < 0 ? t('start') : quarterLabel(round);
}
