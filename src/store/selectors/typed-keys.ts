import { readCatchUpCode } from '../../classroom/catch-up-code.ts';
import { type ClassroomResult, problem, read } from '../../classroom/classroom-problem.ts';
import { checkKey } from '../../classroom/round-key.ts';
import type { GameState } from '../state.ts';

/** A key is nine symbols; anything much longer can only be a catch-up code. */
const LONGEST_KEY = 16;

/** The keys from the first round on that a typed key, or a pasted catch-up code, gives the game. */
export function readTypedKeys(
  { seat, roundKeys, reports }: Pick<GameState, 'seat' | 'roundKeys' | 'reports'>,
  typed: string,
): ClassroomResult<readonly string[]> {
  if (!seat || roundKeys === null) return problem('key/none-wanted');
  if (typed.replace(/[^\p{L}\p{N}]/gu, '').length > LONGEST_KEY) return readCatchUpCode(seat.settings, typed);
  const key = checkKey(seat.settings, reports.length, typed);
  return key.ok ? read([...roundKeys.slice(0, reports.length), key.value]) : key;
}
