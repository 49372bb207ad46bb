import {
  type Cents,
  copyFirm,
  type Decision,
  type Firm,
  type OpenedFirm,
  playRound,
  scoreBand,
  trueFirmValue,
} from '../engine/index.ts';
import { POLICIES } from '../policies/all-policies.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { playPolicy } from '../policies/play-policy.ts';
import type { GameScore } from './protocol.ts';

/** Parts in which a game is scored, besides the player's own. */
export const benchmarkCount = POLICIES.length;

type Path = { readonly firm: Firm; readonly firmValueByRound: readonly Cents[] };

/**
 * The score of a finished game at true values, beside every named policy on the same seed. A generator, so that the caller can
 * give way between two policies.
 */
export function* scoreGame(opened: OpenedFirm, decisions: readonly Decision[]): Generator<void, GameScore> {
  const opening = trueFirmValue(opened.firm);
  const player = playDecisions(opened, decisions);
  yield;
  const paths: { policy: string; path: Path }[] = [];
  for (const policy of POLICIES) {
    const firmValueByRound = [opening.firmValue];
    const firm = playPolicy(policy, opened, (current) => firmValueByRound.push(trueFirmValue(current).firmValue));
    paths.push({ policy: policy.name, path: { firm, firmValueByRound } });
    yield;
  }
  const shadow = paths.find(({ policy }) => policy === statusQuo.name);
  if (!shadow) throw new Error('the shadow firm is not among the policies');
  const shadowValue = trueFirmValue(shadow.path.firm).firmValue;
  const indexOf = (firmValue: Cents) => (100 * firmValue) / shadowValue;
  const end = trueFirmValue(player.firm);
  const index = indexOf(end.firmValue);
  return {
    firmValue: end.firmValue,
    valueCreated: end.firmValue - opening.customerEquity,
    discountedCash: end.discountedCash,
    openingEquity: opening.customerEquity,
    closingEquity: end.customerEquity,
    discountedClosingEquity: end.discountedEquity,
    index,
    band: scoreBand(index),
    benchmarks: paths
      .map(({ policy, path }) => {
        const value = trueFirmValue(path.firm);
        return {
          policy,
          firmValue: value.firmValue,
          discountedCash: value.discountedCash,
          closingEquity: value.customerEquity,
          index: indexOf(value.firmValue),
          firmValueByRound: path.firmValueByRound,
        };
      })
      .sort((a, b) => b.firmValue - a.firmValue),
    firmValueByRound: player.firmValueByRound,
  };
}

function playDecisions(opened: OpenedFirm, decisions: readonly Decision[]): Path {
  const firm = copyFirm(opened.firm);
  const firmValueByRound = [trueFirmValue(firm).firmValue];
  for (const decision of decisions) {
    const played = playRound(firm, decision);
    if (!played.ok) throw new Error(`a decision that was played is refused: ${played.refusals[0].code}`);
    firmValueByRound.push(trueFirmValue(firm).firmValue);
  }
  return { firm, firmValueByRound };
}
