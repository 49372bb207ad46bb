import { writeFileSync } from 'node:fs';
import { type Decision, ENGINE_VERSION, openFirm, scenarioHash } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';

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
const head = `"engineVersion": "${ENGINE_VERSION}", "scenarioHash": "${scenarioHash(harbour)}"`;
const file = new URL('./harbour.json', import.meta.url);
// One line a run, so that a difference shows which.
writeFileSync(file, `{ ${head}, "runs": [\n${runs.map((run) => JSON.stringify(run)).join(',\n')}\n] }\n`);
