import { writeFileSync } from 'node:fs';
import { ENGINE_VERSION, openFirm, scenarioHash } from '../../src/engine/index.ts';
import { POLICIES } from '../../src/policies/all-policies.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';

const SEEDS = ['golden-1', 'golden-2'];

const runs = SEEDS.flatMap((seed) => {
  const opened = openFirm(harbour, seed);
  return POLICIES.map((policy) => {
    const digests = [opened.firm.digest];
    playPolicy(policy, opened, (firm) => digests.push(firm.digest));
    return { policy: policy.name, seed, digests };
  });
});
const file = new URL('./harbour.json', import.meta.url);
writeFileSync(
  file,
  `${JSON.stringify({ engineVersion: ENGINE_VERSION, scenarioHash: scenarioHash(harbour), runs }, null, 2)}\n`,
);
