import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2, levels A and AA. 4.1.1 is obsolete since 2.2. */
const CRITERIA = {
  A: [
    ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.3', '1.4.1', '1.4.2'],
    ...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3', '2.4.4'],
    ...['2.5.1', '2.5.2', '2.5.3', '2.5.4', '3.1.1', '3.2.1', '3.2.2', '3.2.6', '3.3.1', '3.3.2', '3.3.7', '4.1.2'],
  ],
  AA: [
    ...['1.2.4', '1.2.5', '1.3.4', '1.3.5', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
    ...['2.4.5', '2.4.6', '2.4.7', '2.4.11', '2.5.7', '2.5.8', '3.1.2', '3.2.3', '3.2.4', '3.3.3', '3.3.4', '3.3.8'],
    '4.1.3',
  ],
};
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const report = readFileSync(`${ROOT}docs/accessibility.md`, 'utf8');

type Line = {
  readonly criterion: string;
  readonly conformance: string;
  readonly remarks: string;
  readonly evidence: string;
};

function linesOf(text: string): Line[] {
  return [...text.matchAll(/^\| (\d+\.\d+\.\d+) [^|]+\|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map((line) => {
    const [, criterion, conformance, remarks, evidence] = line.map((part) => part.trim());
    return { criterion, conformance, remarks, evidence };
  });
}

describe('the accessibility report', () => {
  it.each(['A', 'AA'] as const)('has every criterion of level %s once, in order', (level) => {
    const part = report.split(`## Level ${level}\n`)[1].split('\n## ')[0];
    expect(linesOf(part).map(({ criterion }) => criterion)).toEqual(CRITERIA[level]);
  });

  it.each(linesOf(report))('$criterion: a verdict, a remark, and evidence that exists', (line) => {
    expect(line.conformance).toMatch(/^(Supports|Partially supports|Not applicable)$/);
    expect(line.remarks).toMatch(/\w.*\.$/);
    if (line.evidence === 'By hand') return;
    for (const named of line.evidence.split('; `').map((one) => one.replace(/^`/, ''))) {
      const [, file, name] = /^(test\/\S+\.test\.tsx?)` › (.+)$/.exec(named) ?? [];
      expect(file, named).toBeDefined();
      expect(existsSync(ROOT + file), file).toBe(true);
      const titles = [...readFileSync(ROOT + file, 'utf8').matchAll(/\(\s*'([^']+)'/g)];
      expect(titles.filter(([, title]) => title.startsWith(name)).length, named).toBe(1);
    }
  });

  it('says by hand only for what no test could show', () => {
    expect(linesOf(report).filter(({ evidence }) => evidence.includes('By hand') && evidence !== 'By hand')).toEqual(
      [],
    );
  });
});
