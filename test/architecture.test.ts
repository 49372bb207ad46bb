import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { findCycle } from './support/import-cycle.ts';
import { portabilityFaults } from './support/portable-code.ts';
import { importsOf, parseSource, type SourceImport } from './support/source-imports.ts';

/**
 * What the files of one room may import, besides each other. A name that ends with a slash is a folder of src/ and
 * everything in it; any other is one file, without its ending. The first room that fits a file is its room.
 */
type Room = {
  readonly room: string;
  readonly imports?: readonly string[];
  /** Only types: nothing of it is loaded. */
  readonly typesOf?: readonly string[];
  /** Only values whose names match, by file. */
  readonly values?: Readonly<Record<string, RegExp>>;
  /** Workers it may start. */
  readonly starts?: readonly string[];
  readonly packages?: readonly string[];
};

const ENGINE = 'engine/index';
const ENGINE_WORKER = 'worker/engine.worker';
const DEBRIEF_WORKER = 'worker/debrief.worker';
/** What the debrief is made of, as the page has it. */
const DEBRIEF = ['worker/debrief-pool', 'worker/worker-pool', 'worker/debrief-report', 'worker/report/'];
const CLASS_WORKER = 'worker/class.worker';

/** The page takes the engine's constants and two small pure functions; everything else runs in the worker. */
const ENGINE_ON_THE_PAGE = /^(checkDecision|byTier|[A-Z][A-Z\d_]*)$/;

const ROOMS: readonly Room[] = [
  { room: 'engine/math/' },
  { room: 'engine/random/', imports: ['engine/'], packages: ['seedrandom'] },
  { room: 'engine/insight/', imports: ['engine/', 'marketing-science/'] },
  { room: 'engine/', imports: ['engine/'] },
  { room: 'marketing-science/', imports: ['engine/math/'] },
  { room: 'scenarios/', imports: [ENGINE] },
  { room: 'policies/', imports: [ENGINE] },
  {
    room: 'classroom/',
    imports: [ENGINE, 'scenarios/', 'storage/player-notes'],
    packages: ['zod', 'fflate'],
  },
  { room: 'storage/', imports: [ENGINE, 'scenarios/', 'classroom/'], packages: ['zod', 'idb'] },
  // What a debrief says, as data: read by the workers that work it out and by the page that shows it.
  { room: 'worker/report/', typesOf: [ENGINE, 'worker/protocol'] },
  { room: 'worker/debrief-report', imports: ['worker/report/'], typesOf: ['worker/protocol'] },
  { room: 'worker/protocol', imports: ['worker/report/'], typesOf: [ENGINE] },
  { room: 'worker/class-protocol', imports: ['worker/protocol'], typesOf: ['classroom/'] },
  {
    room: 'worker/class-client',
    imports: ['worker/class-protocol', 'worker/pulse'],
    typesOf: ['classroom/', 'worker/protocol'],
    starts: [CLASS_WORKER],
  },
  { room: 'worker/client', imports: ['worker/protocol', 'worker/pulse'], typesOf: [ENGINE], starts: [ENGINE_WORKER] },
  {
    room: 'worker/debrief-pool',
    imports: ['worker/client', 'worker/protocol', 'worker/debrief-protocol', 'worker/worker-pool', 'worker/report/'],
    typesOf: [ENGINE],
    values: { [ENGINE]: /^(luckBand|indexByWorld|LEVERS|TIERS)$/ },
    starts: [DEBRIEF_WORKER],
  },
  { room: 'worker/pulse' },
  { room: 'worker/worker-pool', imports: ['worker/pulse'] },
  { room: 'worker/debrief-protocol', imports: ['worker/report/'], typesOf: [ENGINE] },
  {
    room: 'worker/',
    imports: [
      ...[ENGINE, 'scenarios/', 'policies/', 'classroom/', 'storage/player-notes', 'marketing-science/'],
      ...['worker/protocol', 'worker/class-protocol'],
      ...['worker/debrief-report', 'worker/debrief-protocol', 'worker/worker-pool', 'worker/report/'],
    ],
    starts: ['worker/replay.worker'],
    packages: ['fflate'],
  },
  // What keeps the app on the device, whatever the app is.
  { room: 'offline/', imports: ['ui/when-idle'] },
  { room: 'content/' },
  {
    room: 'ui/',
    packages: ['react', 'react-dom', 'react-aria-components', 'recharts', 'uqr', '@fontsource-variable/inter'],
  },
  {
    room: 'store/',
    imports: [
      ...['worker/client', 'worker/protocol', 'worker/class-client', 'worker/class-protocol', ...DEBRIEF],
      ...['storage/', 'scenarios/', 'classroom/'],
    ],
    typesOf: [ENGINE],
    values: { [ENGINE]: ENGINE_ON_THE_PAGE },
    starts: [ENGINE_WORKER, CLASS_WORKER, DEBRIEF_WORKER],
    packages: ['react', 'zustand'],
  },
  // Stands for each folder in features/ by itself: never another feature.
  {
    room: 'features/*/',
    imports: ['store/', 'ui/', 'content/', 'worker/report/'],
    typesOf: [ENGINE, 'classroom/', 'worker/protocol', 'worker/class-protocol', 'worker/debrief-report'],
    packages: ['react', 'react-aria-components'],
  },
  ...['app/', 'main'].map((room) => ({
    room,
    imports: [
      ...['app/', 'features/', 'ui/', 'content/', 'store/', 'storage/', 'scenarios/', 'policies/', 'classroom/'],
      ...['marketing-science/', 'worker/client', 'worker/protocol', 'worker/class-client', 'worker/class-protocol'],
      ...['offline/', ...DEBRIEF],
    ],
    typesOf: [ENGINE],
    starts: [ENGINE_WORKER, CLASS_WORKER, DEBRIEF_WORKER],
    packages: ['react', 'react-dom', 'react-aria-components', 'zustand', '@fontsource-variable/inter'],
  })),
  {
    room: 'cli/',
    imports: [
      ...[ENGINE, 'marketing-science/', 'scenarios/', 'policies/', 'classroom/', 'storage/', 'worker/', 'content/'],
    ],
    packages: ['node:*', 'seedrandom'],
  },
];

const VAGUE_NAME = /^(utils?|helpers?|impl|managers?)$/;

/** The only `index.ts`: the engine's door. */
const BARRELS = ['src/engine/index.ts'];

/** Everything wrong with one file of src/, one line each. */
function offencesOf(path: string, source: string): readonly string[] {
  const file = parseSource(path, source);
  const offences: string[] = [];
  const room = roomOf(path);
  if (room === undefined) offences.push(`${path} is in no room`);
  else {
    for (const item of importsOf(file)) {
      if (!isAllowed(path, room, item)) offences.push(`${path}:${item.line} ${room.room} may not import ${told(item)}`);
    }
  }
  for (const name of path.split('/').map((part) => part.replace(/\..*$/, ''))) {
    if (VAGUE_NAME.test(name)) offences.push(`${path} has the name ${name}, which says nothing`);
  }
  if (/(^|\/)index\.tsx?$/.test(path) && !BARRELS.includes(path)) offences.push(`${path} is a barrel`);
  if (hasDefaultExport(file)) offences.push(`${path} has a default export`);
  if (/^src\/(engine|marketing-science)\//.test(path)) offences.push(...portabilityFaults(file));
  return offences;
}

function roomOf(path: string): Room | undefined {
  const feature = /^src\/(features\/[^/]+\/)/.exec(path)?.[1];
  const found = ROOMS.find(({ room }) => (room === 'features/*/' ? feature !== undefined : isIn(path, room)));
  return found !== undefined && feature !== undefined ? { ...found, room: feature } : found;
}

/** Whether a path such as `src/ui/section.tsx` is the file, or in the folder, that the table names. */
function isIn(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(`src/${place}`) : path.replace(/\.[^./]+$/, '') === `src/${place}`;
}

function isAllowed(path: string, room: Room, item: SourceImport): boolean {
  const { target } = item;
  if (target === null) return false;
  if (item.isPackage) {
    return (room.packages ?? []).some((name) => name === target || (name === 'node:*' && target.startsWith('node:')));
  }
  const among = (places: readonly string[] = []) => places.some((place) => isIn(target, place));
  if (item.kind === 'worker') return among(room.starts);
  if (roomOf(target)?.room === room.room && roomOf(path)?.room === room.room) return true;
  if (among(room.imports)) return true;
  if (item.kind === 'type') return among(room.typesOf);
  return Object.entries(room.values ?? {}).some(
    ([place, names]) => isIn(target, place) && item.names.every((name) => names.test(name)),
  );
}

function told({ kind, names, specifier, target }: SourceImport): string {
  if (target === null) return `what nobody can read from the source: ${specifier}`;
  const what = kind === 'value' && names.length > 0 ? `${names.join(', ')} of ` : kind === 'type' ? 'types of ' : '';
  return `${what}${specifier}`;
}

function hasDefaultExport(file: ts.SourceFile): boolean {
  return file.statements.some(
    (statement) =>
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) ||
      (ts.isExportDeclaration(statement) &&
        statement.exportClause !== undefined &&
        ts.isNamedExports(statement.exportClause) &&
        statement.exportClause.elements.some((element) => element.name.text === 'default')),
  );
}

function cycleAmong(sources: ReadonlyMap<string, string>): readonly string[] | null {
  const graph = [...sources].map(([path, source]) => {
    const targets = importsOf(parseSource(path, source)).flatMap(({ target }) => target ?? []);
    return [path, targets.filter((target) => sources.has(target))] as const;
  });
  return findCycle(new Map(graph));
}

function readSources(): ReadonlyMap<string, string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

describe('the source tree', () => {
  const sources = readSources();

  test('is there to be read', () => {
    expect([...sources.keys()]).toContain('src/engine/index.ts');
  });

  test('keeps to the table of who may import whom, and its engine to portable code', () => {
    expect([...sources].flatMap(([path, source]) => offencesOf(path, source))).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(cycleAmong(sources)).toBeNull();
  });
});

describe('these rules catch', () => {
  test.each([
    // Walls between rooms.
    ['src/engine/round/play-round.ts', `import { harbour } from '../../scenarios/harbour.ts';`],
    ['src/engine/round/play-round.ts', `import type { Notice } from '../../store/state.ts';`],
    ['src/engine/round/play-round.ts', `import { fitParetoNbd } from '../../marketing-science/pareto-nbd/fit.ts';`],
    ['src/engine/round/play-round.ts', `import seedrandom from 'seedrandom';`],
    ['src/engine/random/keys.ts', `import { readFileSync } from 'node:fs';`],
    ['src/engine/math/exp.ts', `import { mix } from '../random/stream.ts';`],
    ['src/marketing-science/fit.ts', `import { TIERS } from '../engine/tiering/tiers.ts';`],
    ['src/marketing-science/fit.ts', `export * from '../engine/index.ts';`],
    ['src/scenarios/harbour.ts', `import { playRound } from '../engine/round/play-round.ts';`],
    ['src/storage/games.ts', `import { useClientele } from '../store/use-clientele.ts';`],
    ['src/worker/protocol.ts', `import { TIERS } from '../engine/index.ts';`],
    ['src/worker/client.ts', `import { checkDecision } from '../engine/index.ts';`],
    ['src/worker/client.ts', `import('./engine.worker.ts');`],
    ['src/content/home.ts', `import type { NoticeCode } from '../store/state.ts';`],
    ['src/ui/section.tsx', `import type { Tier } from '../engine/index.ts';`],
    ['src/ui/section.tsx', `let tier: import('../engine/index.ts').Tier;`],
    ['src/ui/section.tsx', `import { useStore } from 'zustand';`],
    ['src/store/commands.ts', `import { playRound } from '../engine/index.ts';`],
    ['src/store/commands.ts', `import * as engine from '../engine/index.ts';`],
    ['src/store/commands.ts', `import { Panel } from '../ui/section.tsx';`],
    ['src/features/decide/desk.tsx', `import { TIERS } from '../../engine/index.ts';`],
    ['src/features/decide/desk.tsx', `import type { Tier } from '../../engine/tiering/tiers.ts';`],
    ['src/features/decide/desk.tsx', `import { Bridge } from '../results/bridge.tsx';`],
    ['src/features/decide/desk.tsx', `const Results = lazy(() => import('../results/results.tsx'));`],
    ['src/features/decide/desk.tsx', `new Worker(new URL('../../worker/engine.worker.ts', import.meta.url));`],
    ['src/features/decide/desk.tsx', `import { LineChart } from 'recharts';`],
    ['src/features/decide/desk.tsx', `const all = import.meta.glob('../*/*.tsx');`],
    ['src/features/decide/desk.tsx', `import(name);`],
    ['src/features/shared.ts', 'export const shared = 1;'],
    ['src/main.tsx', `import { playRound } from './engine/index.ts';`],
    ['src/main.tsx', `import { run } from './cli/main.ts';`],
    ['src/cli/main.ts', `import { commands } from '../store/commands.ts';`],
    ['src/cli/main.ts', `import chalk from 'chalk';`],
    ['src/cli/main.ts', `const fs = require('node:fs'), home = require('../features/home/home.tsx');`],
    ['src/elsewhere/thing.ts', 'export const thing = 1;'],
    // Names and forms.
    ['src/ui/utils/sum.ts', 'export const sum = 1;'],
    ['src/ui/helpers.ts', 'export const sum = 1;'],
    ['src/store/impl/queue.ts', 'export const queue = 1;'],
    ['src/ui/index.ts', `export * from './section.tsx';`],
    ['src/ui/section.tsx', 'export default function Panel() {}'],
    ['src/ui/section.tsx', 'const Panel = 1; export default Panel;'],
    ['src/ui/section.tsx', 'const Panel = 1; export { Panel as default };'],
    // What differs between engines, machines or moments.
    ['src/engine/market/share.ts', 'export const chance = Math.random();'],
    ['src/engine/market/share.ts', 'export const rate = Math.exp(-1);'],
    ['src/engine/market/share.ts', `export const rate = Math['exp'](-1);`],
    ['src/engine/market/share.ts', 'const { exp } = Math;'],
    ['src/engine/market/share.ts', 'const maths = Math;'],
    ['src/engine/market/share.ts', 'export const square = 3 ** 2;'],
    ['src/engine/market/share.ts', 'let square = 3; square **= 2;'],
    ['src/engine/market/share.ts', 'export const now = Date.now();'],
    ['src/engine/market/share.ts', 'export const now = new Date();'],
    ['src/engine/market/share.ts', 'export const now = performance.now();'],
    ['src/engine/market/share.ts', 'crypto.getRandomValues(new Uint8Array(4));'],
    ['src/engine/market/share.ts', `export const now = globalThis['Date'];`],
    ['src/engine/market/share.ts', 'export const text = (1234.5).toLocaleString();'],
    ['src/engine/market/share.ts', `export const order = 'a'.localeCompare('b');`],
    ['src/engine/market/share.ts', `export const order = 'a'['localeCompare']('b');`],
    ['src/engine/market/share.ts', 'export const format = new Intl.NumberFormat();'],
    ['src/marketing-science/fit.ts', 'export const rate = Math.log(2);'],
  ])('%s: %s', (path, source) => {
    // Exactly one, so that it is this fault that was caught.
    expect(offencesOf(path, source)).toHaveLength(1);
  });

  test('a cycle, also through types, re-exports and dynamic imports', () => {
    const cycle = [
      ['src/ui/a.ts', `import type { B } from './b.ts';`],
      ['src/ui/b.ts', `export { c } from './deep/c.ts';`],
      ['src/ui/deep/c.ts', `const later = () => import('../a.ts');`],
    ] as const;
    expect(cycleAmong(new Map(cycle))).toEqual(['src/ui/a.ts', 'src/ui/b.ts', 'src/ui/deep/c.ts', 'src/ui/a.ts']);
    expect(cycleAmong(new Map(cycle.slice(0, 2)))).toBeNull();
  });
});

describe('these rules let pass', () => {
  test.each([
    ['src/engine/insight/estimate.ts', `import { fitParetoNbd } from '../../marketing-science/pareto-nbd/fit.ts';`],
    ['src/engine/random/keys.ts', `import seedrandom from 'seedrandom';`],
    ['src/engine/round/play-round.ts', `import { exp } from '../math/exp.ts'; export const x = Math.sqrt(exp(1));`],
    ['src/engine/report/report.ts', 'export const report = { performance: 1 }; export const y = report.performance;'],
    ['src/engine/report/report.ts', '/** The Date is not told: no Math.random(), no x ** 2. */ export const z = 1;'],
    ['src/marketing-science/fit.ts', `import { lnGamma } from '../engine/math/ln-gamma.ts';`],
    ['src/worker/client.ts', `new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });`],
    ['src/worker/engine.worker.ts', `import { playRound } from '../engine/index.ts';`],
    ['src/storage/games.ts', `import * as z from 'zod/mini'; import { openDB } from 'idb';`],
    ['src/store/commands.ts', `import { checkDecision, type Decision, TIERS } from '../engine/index.ts';`],
    ['src/store/state.ts', `import type { Decision } from '../engine/index.ts';`],
    ['src/features/decide/desk.tsx', `import { type Tier } from '../../engine/index.ts';`],
    [
      'src/features/decide/desk.tsx',
      `import styles from './desk.module.css'; import { Panel } from '../../ui/section.tsx';`,
    ],
    ['src/main.tsx', `import { createRoot } from 'react-dom/client'; import './ui/tokens.css';`],
    ['src/cli/main.ts', `import { parseArgs } from 'node:util'; import { playRound } from '../engine/index.ts';`],
  ])('%s: %s', (path, source) => {
    expect(offencesOf(path, source)).toEqual([]);
  });
});
