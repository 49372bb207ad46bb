import type { ClassFile } from '../classroom/class-file.ts';
import type { Benchmark, GameOfClass } from '../classroom/class-pictures.ts';
import type { Collector } from '../classroom/collect/collector.ts';
import type { GradebookRow } from '../classroom/gradebook/join-roster.ts';
import type { GradingRule } from '../classroom/grading-rule.ts';
import type { Submission } from '../classroom/submission.ts';
import type { Verification } from '../classroom/verification.ts';
import { insightPricesOf, type LuckBand, type OpenedFirm, openFirm } from '../engine/index.ts';
import { findScenario } from '../scenarios/all-scenarios.ts';
import type { BackgroundWork } from './background-work.ts';
import { type PlayedBenchmarks, shadowPath } from './class-benchmarks.ts';
import { keysOfClass } from './verify-hand-in.ts';

/** Everything that the worker holds of a class. */
export type OpenClass = {
  readonly file: ClassFile;
  readonly collector: Collector;
  /** Of its rounds, as `keysNow` knows them; null when more may have been handed in since. */
  keys: { readonly now: readonly string[] | null } | null;
  /** The firm after its warm-up, for benchmarks. */
  warmedUp: OpenedFirm | null;
  /** With the keys that they are played with. */
  benchmarks: { readonly keys: string; readonly work: BackgroundWork<PlayedBenchmarks> } | null;
  /** By submission. */
  readonly verifications: Map<number, Verification>;
  readonly luck: Map<number, LuckBand>;
  rule: GradingRule | null;
  rows: readonly GradebookRow[];
};

/** The keys of the class's rounds by all that has been handed in so far: without the instructor's secret it takes a look at every hand-in. */
export function keysNow(one: OpenClass): readonly string[] | null {
  one.keys ??= { now: keysOfClass(one.file, one.collector.collection().submissions) };
  return one.keys.now;
}

/** Submissions that are not superseded. */
export function counting({ collector }: OpenClass): readonly Submission[] {
  const { submissions, superseded } = collector.collection();
  const out = new Set(superseded.map(({ submission }) => submission));
  return submissions.filter(({ index }) => !out.has(index));
}

/** By submission; null for one that is superseded or was not replayed yet. */
export function verificationsOf(one: OpenClass): readonly (Verification | null)[] {
  const count = new Set(counting(one).map(({ index }) => index));
  const { submissions } = one.collector.collection();
  return submissions.map(({ index }) => (count.has(index) ? (one.verifications.get(index) ?? null) : null));
}

/** Verified games of full length. */
export function completeGames(one: OpenClass, benchmarks: readonly Benchmark[]): readonly GameOfClass[] {
  const shadow = shadowPath(benchmarks);
  return counting(one).flatMap((submission) => {
    const verification = one.verifications.get(submission.index);
    if (verification?.kind !== 'verified' || !verification.game.isComplete) return [];
    const { game } = verification;
    return [{ submission, game, index: (100 * game.firmValue) / shadow[game.rounds.length] }];
  });
}

/** The class's firm after its warm-up, played once. */
export function warmedUp(one: OpenClass): OpenedFirm {
  const { settings } = one.file;
  const scenario = findScenario(settings.scenario.id);
  if (!scenario) throw new Error(`no scenario ${settings.scenario.id}`);
  one.warmedUp ??= openFirm(scenario, settings.seed, settings.level);
  return one.warmedUp;
}

/** Cents a quarter, by insight level. */
export function insightPrices({ file }: OpenClass): readonly number[] {
  const scenario = findScenario(file.settings.scenario.id);
  return scenario ? insightPricesOf(scenario.insight.prices, file.settings.level) : [];
}
