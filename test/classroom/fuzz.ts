import { strToU8, zipSync } from 'fflate';
import { classIdOf } from '../../src/classroom/class-settings.ts';
import { createCollector } from '../../src/classroom/collect/collector.ts';
import type { HandIn } from '../../src/classroom/hand-in.ts';
import { handInCodeOf, handInFileText } from '../../src/classroom/hand-in-file.ts';
import { joinCodeOf, readJoinCode } from '../../src/classroom/join-code.ts';
import { keyFromSecret } from '../../src/classroom/round-key.ts';
import { printTextCode } from '../../src/classroom/text-code.ts';
import { LEVERS, samplerOf, TIERS } from '../../src/engine/index.ts';
import { statusQuo } from '../../src/policies/fixed-shares.ts';
import { customerCentric } from '../../src/policies/value-based.ts';
import { smallClass, smallHandIn, verifySmall } from './small-class.ts';

export type FuzzReport = {
  readonly inputs: number;
  /** Inputs by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Hand-ins that were read, those of them verified, and those told as other than they say. */
  readonly read: number;
  readonly verified: number;
  readonly told: number;
  /** Milliseconds that the slowest input took. */
  readonly slowest: number;
  readonly slowestKind: string;
  /** What must not be: exceptions, accepted lies, text that is not plain. */
  readonly faults: readonly string[];
};

/** Anything that a schema, a parser or a screen could stumble over. */
const HOSTILE: readonly unknown[] = [
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  '',
  '0',
  '\u202Eabc\u202C',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.org")',
  '\uD800',
  'a'.repeat(100_000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  true,
];
const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'decisions', 'format'];
/** Characters that do not show, or turn the direction of what follows. */
const TRICKS = /[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/u;
const CHARACTERS = ' \n\t"{}[],:0OIL1-_<>\u202E\u200B\u0000ü🦊';
const NAMES = [
  '../../etc/passwd',
  '__proto__',
  'C:\\con',
  'a/b/../c.json',
  '__MACOSX/x.json',
  'x_1_2_y.json',
  '.json',
  'ok.clientele.json',
];

/** Makes, mutates and reads so many hand-ins, links and zips; the same seed gives the same inputs. */
export function runFuzz(inputs: number, seed: string): FuzzReport {
  const sampler = samplerOf(`fuzz ${seed}`);
  const below = (count: number) => Math.floor(sampler.uniform() * count);
  const one = <T>(of: readonly T[]): T => of[below(of.length)];

  const plain = smallClass();
  const paced = smallClass({ isPaced: true, rounds: 6 });
  const originals = [plain, paced].flatMap((file) => [
    { file, handIn: smallHandIn(file, customerCentric, 'Blue Otters') },
    { file, handIn: smallHandIn(file, statusQuo, 'Red Foxes', 4) },
  ]);
  const joinCodes = [plain, paced].map(({ settings }) => ({ settings, code: joinCodeOf(settings) }));

  const faults: string[] = [];
  const kinds: Record<string, number> = {};
  const counts = { read: 0, verified: 0, told: 0 };
  let slowest = 0;
  let slowestKind = '';

  function mutateValue(value: unknown, depth = 0): unknown {
    if (depth > 5 || value === null || typeof value !== 'object') {
      if (typeof value === 'number' && sampler.uniform() < 0.6) return value + one([1, -1, 100, 1e6, -value, 0.5]);
      if (typeof value === 'string' && sampler.uniform() < 0.6) return mutateText(value);
      return one(HOSTILE);
    }
    if (Array.isArray(value)) {
      if (value.length === 0 || sampler.uniform() < 0.2)
        return one([[...value, ...value], value.slice(1), value.toReversed(), one(HOSTILE)]);
      const at = below(value.length);
      return value.with(at, mutateValue(value[at], depth + 1));
    }
    const entries = Object.entries(value);
    if (entries.length === 0 || sampler.uniform() < 0.1) return { ...value, [one(HOSTILE_KEYS)]: one(HOSTILE) };
    if (sampler.uniform() < 0.05) return Object.fromEntries(entries.filter((_, at) => at !== below(entries.length)));
    const at = below(entries.length);
    return Object.fromEntries(
      entries.map(([key, inner], place) => [key, place === at ? mutateValue(inner, depth + 1) : inner]),
    );
  }

  function mutateText(text: string): string {
    const at = below(text.length + 1);
    const to = Math.min(text.length, at + below(12));
    switch (below(6)) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + text.slice(to);
      case 2:
        return text.slice(0, at) + one([...CHARACTERS]) + text.slice(at);
      case 3:
        return text.slice(0, at) + [...text.slice(at, to)].reverse().join('') + text.slice(to);
      case 4:
        return text.slice(to) + text.slice(0, to);
      default:
        return text.slice(0, at) + text.slice(at, to).repeat(3) + text.slice(to);
    }
  }

  function mutateBytes(bytes: Uint8Array): Uint8Array {
    const copy = bytes.slice(0, sampler.uniform() < 0.2 ? below(bytes.length + 1) : bytes.length);
    for (let n = below(6); n >= 0 && copy.length > 0; n--) copy[below(copy.length)] = below(256);
    return copy;
  }

  /** Every hand-in that was read must be the original, or be told; harmless is what nobody can check: words and predictions. */
  function judge(kind: string, handIn: HandIn): void {
    counts.read++;
    const own = originals.find(({ file }) => classIdOf(file.settings) === handIn.classId) ?? originals[0];
    const verification = verifySmall(own.file, handIn);
    if (verification.kind !== 'verified') {
      counts.told++;
      return;
    }
    counts.verified++;
    const isHonest = originals.some(({ file, handIn: original }) => {
      const rounds = handIn.decisions.length;
      const claim = handIn.claimedFirmValue;
      return (
        classIdOf(file.settings) === handIn.classId &&
        JSON.stringify(original.decisions.slice(0, rounds)) === JSON.stringify(handIn.decisions) &&
        JSON.stringify(original.digests.slice(0, rounds)) === JSON.stringify(handIn.digests) &&
        JSON.stringify(original.roundKeys?.slice(0, rounds)) === JSON.stringify(handIn.roundKeys ?? undefined) &&
        (claim === null || claim === verification.game.firmValue)
      );
    });
    if (!isHonest) faults.push(`${kind}: accepted ${handInFileText(handIn)}`);
  }

  function collect(kind: string, files: readonly { path: string; bytes: Uint8Array }[], pasted = ''): void {
    const collector = createCollector();
    for (const _ of collector.take(files, pasted));
    const { accounts, submissions } = collector.collection();
    if (files.length > 0 && accounts.length < files.length) faults.push(`${kind}: a file without an account`);
    for (const { handIn } of submissions) {
      if (TRICKS.test(handIn.alias + handIn.reasons.join(''))) {
        faults.push(`${kind}: text that is not plain`);
      }
      judge(kind, handIn);
    }
  }

  const makers: Readonly<Record<string, () => void>> = {
    json() {
      const text = JSON.stringify(mutateValue(structuredClone(one(originals).handIn)));
      collect('json', [{ path: one(NAMES), bytes: strToU8(text ?? 'null') }]);
    },
    text() {
      let text = handInFileText(one(originals).handIn);
      for (let n = below(3); n >= 0; n--) text = mutateText(text);
      collect('text', [{ path: one(NAMES), bytes: strToU8(text) }]);
    },
    code() {
      let text = printTextCode(handInCodeOf(one(originals).handIn));
      for (let n = below(3); n >= 0; n--) text = mutateText(text);
      collect('code', [], text);
    },
    packed() {
      // A code whose checks are right, with another content: only a replay can tell.
      const given = mutateValue(structuredClone(one(originals).handIn)) as HandIn;
      let code: string;
      try {
        code = handInCodeOf(given);
      } catch {
        return;
      }
      collect('packed', [], code);
    },
    lie() {
      // Every field as it should be, and one figure another: the kind of change that somebody would try.
      const { handIn } = one(originals);
      const round = below(handIn.decisions.length);
      const lever = one(LEVERS);
      const tier = one(TIERS);
      const decision = handIn.decisions[round];
      const cents = Math.max(0, decision[lever][tier] + one([1, -1, 100, -100, 100_000, -100_000]));
      const digest = handIn.digests[round];
      const digit = below(16);
      const wrong = '0123456789abcdef'[below(16)];
      const lies: readonly Partial<HandIn>[] = [
        { decisions: handIn.decisions.with(round, { ...decision, [lever]: { ...decision[lever], [tier]: cents } }) },
        { decisions: handIn.decisions.with(round, { ...decision, insight: one([0, 1, 2, 3]) }) },
        { decisions: handIn.decisions.with(round, handIn.decisions[below(handIn.decisions.length)]) },
        { digests: handIn.digests.with(round, digest.slice(0, digit) + wrong + digest.slice(digit + 1)) },
        { digests: handIn.digests.with(round, handIn.digests[below(handIn.digests.length)]) },
        { claimedFirmValue: (handIn.claimedFirmValue ?? 0) + one([1, -1, 1e6, -1e6]) },
        { roundKeys: handIn.roundKeys?.with(round, keyFromSecret(String(below(1e6)), round)) ?? [] },
        { roundKeys: null },
        { classId: classIdOf(one(originals).file.settings) },
      ];
      collect('lie', [{ path: 'lie.json', bytes: strToU8(handInFileText({ ...handIn, ...one(lies) })) }]);
    },
    link() {
      const { settings, code } = one(joinCodes);
      const text = mutateText(`https://example.org/#/join/${code}`);
      const read = readJoinCode(text);
      if (read.ok && !joinCodes.some((known) => classIdOf(known.settings) === classIdOf(read.value))) {
        faults.push(`link: ${classIdOf(settings)} read as another class`);
      }
    },
    zip() {
      const files = Object.fromEntries(
        Array.from({ length: 1 + below(3) }, (_, n) => [
          `${n}${one(NAMES)}`,
          strToU8(handInFileText(one(originals).handIn)),
        ]),
      );
      const zip = zipSync(files, { level: 6 });
      collect('zip', [
        { path: 'class.zip', bytes: mutateBytes(sampler.uniform() < 0.3 ? zipSync({ 'inner.zip': zip }) : zip) },
      ]);
    },
    deep() {
      const depth = 1 + below(30_000);
      const text = one([
        `${'['.repeat(depth)}${']'.repeat(depth)}`,
        `{"format":"clientele/hand-in","formatVersion":1,"decisions":${'['.repeat(depth)}`,
        `${'<a>'.repeat(depth)}CL1H`,
        'CL1H '.repeat(depth),
        `${'"'.repeat(depth)},x`,
        `a,b\n${'1,2\n'.repeat(depth)}`,
      ]);
      collect('deep', [
        { path: one(['deep.json', 'deep.html', 'deep.csv', 'deep.txt']), bytes: strToU8(text.slice(0, 200_000)) },
      ]);
    },
  };
  // The costly ones seldom.
  const order = [
    'json',
    'text',
    'code',
    'packed',
    'link',
    'lie',
    'json',
    'text',
    'code',
    'lie',
    'packed',
    'zip',
    'link',
  ];

  for (let n = 0; n < inputs; n++) {
    const kind = n % 500 === 499 ? 'deep' : order[n % order.length];
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    const started = performance.now();
    try {
      makers[kind]();
    } catch (error) {
      faults.push(`${kind} ${n}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    const took = performance.now() - started;
    if (took > slowest) [slowest, slowestKind] = [took, kind];
  }
  return { inputs, kinds, ...counts, slowest, slowestKind, faults };
}
