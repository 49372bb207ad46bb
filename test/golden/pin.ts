import { writeFileSync } from 'node:fs';
import { type Decision, ENGINE_VERSION, openFirm, scenarioHash } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { PLANS, playPlan, scenarioOf } from './plans.ts';

const SEEDS = ['golden-1', 'golden-2'];

const runs = SEEDS.flatMap((seed) => {
  const opened = openFirm(harbour, seed);
  return POLICIES.map((policy) => {
    const digests = [opened.firm.digest];
    const decisions: Decision[] = [];
    playPolicy(policy, opened, (firm, report) => {
      digests.push(firm.digest);
      decisions.push(report.decision);
    });
    return { policy: policy.name, seed, digests, decisions };
  });
});
pin('harbour.json', `"scenarioHash": "${scenarioHash(harbour)}", `, runs);
const planned = PLANS.map((plan) => ({ ...plan, hash: scenarioHash(scenarioOf(plan.scenario)), ...playPlan(plan) }));
pin('catalogue.json', '', planned);

/** One line a run, so that a difference shows which. */
function pin(name: string, head: string, pinned: readonly object[]): void {
  const lines = pinned.map((run) => JSON.stringify(run)).join(',\n');
  const file = new URL(`./${name}`, import.meta.url);
  writeFileSync(file, `{ "engineVersion": "${ENGINE_VERSION}", ${head}"runs": [\n${lines}\n] }\n`);
}
