import { newRunLog, openFirm } from '../../src/engine/index.ts';
import { EVERY_POLICY } from '../../src/policies/every-policy.ts';
import { playPolicy } from '../../src/policies/play-policy.ts';
import { harbour } from '../../src/scenarios/harbour.ts';
import { runLogFileText } from '../../src/storage/run-log-file.ts';

/** The file of a whole game of the default scenario, as a person would have exported it. */
export function finishedGameFile(seed: string): { name: string; mimeType: string; buffer: Buffer } {
  const log = newRunLog(harbour, seed);
  const decisions: (typeof log.decisions)[number][] = [];
  const digests: string[] = [];
  playPolicy(EVERY_POLICY[0], openFirm(harbour, seed), (firm, report) => {
    decisions.push(report.decision);
    digests.push(firm.digest);
  });
  const text = runLogFileText({ ...log, decisions, digests });
  return { name: 'game.clientele.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}
