import type { Benchmark } from '../classroom/class-pictures.ts';
import type { PreflightRow } from '../classroom/preflight.ts';
import { type Decision, type Firm, type OpenedFirm, type RoundReport, TIERS, trueFirmValue } from '../engine/index.ts';
import { POLICIES } from '../policies/all-policies.ts';
import { statusQuo } from '../policies/fixed-shares.ts';
import { playPolicy } from '../policies/play-policy.ts';

export const BENCHMARK_COUNT = POLICIES.length;

export type PlayedBenchmarks = {
  /** Best first, as `preflight`. */
  readonly benchmarks: readonly Benchmark[];
  readonly preflight: readonly PreflightRow[];
  /** What the status quo decided. */
  readonly shadowDecisions: readonly Decision[];
};

/**
 * The benchmark policies in the class's own game: with its seed, its rounds, its keys. Yields after each.
 *
 * @param rounds fewer than the game's where its keys are not all known
 */
export function* playBenchmarks(game: OpenedFirm, rounds: number): Generator<void, PlayedBenchmarks> {
  const played: { row: PreflightRow; values: readonly number[] }[] = [];
  let shadow: { value: number; decisions: readonly Decision[] } = { value: Number.NaN, decisions: [] };
  for (const policy of POLICIES) {
    const started = performance.now();
    const values = [trueFirmValue(game.firm).firmValue];
    let last = game.history[game.history.length - 1];
    const decisions: Decision[] = [];
    const note = (firm: Firm, report: RoundReport) => {
      values.push(trueFirmValue(firm).firmValue);
      decisions.push(report.decision);
      last = report;
    };
    playPolicy(policy, game, note, rounds);
    const firmValue = values[values.length - 1];
    if (policy === statusQuo) shadow = { value: firmValue, decisions };
    const customersAtEnd = TIERS.reduce((sum, tier) => sum + last.nextTiers[tier].customers, 0);
    const milliseconds = performance.now() - started;
    played.push({ values, row: { policy: policy.name, firmValue, index: 100, customersAtEnd, milliseconds } });
    yield;
  }
  const inOrder = played
    .map(({ row, values }) => ({ values, row: { ...row, index: (100 * row.firmValue) / shadow.value } }))
    .sort((a, b) => b.row.firmValue - a.row.firmValue);
  return {
    benchmarks: inOrder.map(({ row: { policy, firmValue, index }, values }) => {
      return { policy, firmValue, index, firmValueByRound: values };
    }),
    preflight: inOrder.map(({ row }) => row),
    shadowDecisions: shadow.decisions,
  };
}

/** True firm value of the status quo at the start and after each round: what indices are measured by. */
export function shadowPath(benchmarks: readonly Benchmark[]): readonly number[] {
  return benchmarks.find(({ policy }) => policy === statusQuo.name)?.firmValueByRound ?? [];
}
