import { type Cents, type FirmValue, type OpenedFirm, scoreBand, trueFirmValue } from '../engine/index.ts';
import { POLICIES } from '../policies/all-policies.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { nearOracle } from '../policies/near-oracle.ts';
import { policyRounds } from '../policies/play-policy.ts';
import type { Policy } from '../policies/policy.ts';
import type { GameScore } from './protocol.ts';

/** Whom a finished game is compared with: the named policies, and the best plan that a search has found. */
export const BENCHMARKS: readonly Policy[] = [...POLICIES, nearOracle];

/** True values of a game at its start and after each round. */
export type TruePath = readonly FirmValue[];

export type BenchmarkPath = { readonly policy: string; readonly path: TruePath };

/**
 * Plays the benchmarks on the game's own seed. They do not hang on what the player does, so that they can be played while the player
 * thinks. A generator: it yields after every round of every policy.
 */
export function* playBenchmarks(opened: OpenedFirm): Generator<void, readonly BenchmarkPath[]> {
  const paths: BenchmarkPath[] = [];
  for (const policy of BENCHMARKS) {
    const path = [trueFirmValue(opened.firm)];
    for (const { firm } of policyRounds(policy, opened)) {
      path.push(trueFirmValue(firm));
      yield;
    }
    paths.push({ policy: policy.name, path });
  }
  return paths;
}

/** The score of a finished game at true values, beside the benchmarks on the same seed. */
export function scoreGame(own: TruePath, benchmarks: readonly BenchmarkPath[]): GameScore {
  const [opening] = own;
  const end = own[own.length - 1];
  const shadow = benchmarks.find(({ policy }) => policy === statusQuo.name);
  if (!shadow) throw new Error('the shadow firm is not among the policies');
  const shadowValue = shadow.path[shadow.path.length - 1].firmValue;
  const indexOf = (firmValue: Cents) => (100 * firmValue) / shadowValue;
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
    benchmarks: benchmarks
      .map(({ policy, path }) => {
        const value = path[path.length - 1];
        return {
          policy,
          firmValue: value.firmValue,
          discountedCash: value.discountedCash,
          closingEquity: value.customerEquity,
          index: indexOf(value.firmValue),
          ...byRound(path),
        };
      })
      .sort((a, b) => b.firmValue - a.firmValue),
    ...byRound(own),
  };
}

function byRound(path: TruePath) {
  return {
    firmValueByRound: path.map(({ firmValue }) => firmValue),
    discountedCashByRound: path.map(({ discountedCash }) => discountedCash),
    equityByRound: path.map(({ customerEquity }) => customerEquity),
  };
}
