import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ClassFile, newClass, readClassFile } from '../../classroom/class-file.ts';
import { checkClass, classIdOf } from '../../classroom/class-settings.ts';
import { type ClassroomProblem, problem } from '../../classroom/classroom-problem.ts';
import { decodeText } from '../../classroom/collect/document-text.ts';
import { USUAL_RULE } from '../../classroom/grading-rule.ts';
import type { DroppedFile, LmsKind } from '../../classroom/submission.ts';
import type { ScenarioFacts } from '../../engine/index.ts';
import type { Catalogue } from '../../scenarios/catalogue.ts';
import type { KeptClasses } from '../../storage/kept-classes.ts';
import type { ClassClient, ClassOutcome } from '../../worker/class-client.ts';
import { newSeed, type RandomBytes } from '../seed-text.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { draftOfClass, usualDraft } from './class-draft.ts';
import type { TeachCommands } from './teach-commands.ts';
import type { ClassSession, TeachState, Timer, Work } from './teach-state.ts';

export type TeachDependencies = {
  readonly catalogue: Catalogue;
  readonly keptClasses: KeptClasses;
  readonly client: ClassClient;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
  /** What a class is called whose instructor gave it no name. */
  readonly untitled: string;
};

export type Teaching = {
  readonly store: Pick<StoreApi<TeachState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly commands: TeachCommands;
};

const EMPTY_COLLECTION = { accounts: [], submissions: [], superseded: [], rosters: [] } as const;
const USUAL_TIMER: Timer = { endsAt: null, left: 8 * 60_000 };
const LONGEST_TIMER = 10 * 60 * 60_000;
/** Plans of the class whose luck is measured at most, and in how many other futures each is played. */
const LUCK = { plans: 60, futures: 12 } as const;

/** The instructor's store and its commands, on given dependencies. */
export function createTeaching(dependencies: TeachDependencies): Teaching {
  const { catalogue, client, keptClasses, now, randomBytes } = dependencies;
  const store = createStore<TeachState>(() => ({ kept: keptClasses.list(), session: null, work: null }));
  const queue = createSerialQueue();

  function update(change: Partial<ClassSession>): void {
    store.setState(({ session }) => (session ? { session: { ...session, ...change } } : {}));
  }

  /** Asks the worker while the page shows how far it is; null when it was given up or failed. */
  async function work<T>(
    kind: Work['kind'],
    ask: (onProgress: (done: number, of: number) => void) => Promise<ClassOutcome<T>>,
  ): Promise<T | null> {
    const opened = store.getState().session?.classId;
    const tell = (done: number, of: number) => {
      if (store.getState().session?.classId === opened) store.setState({ work: { kind, done, of } });
    };
    tell(0, 0);
    const outcome = await ask(tell);
    // The class may have been left meanwhile.
    if (store.getState().session?.classId !== opened) return null;
    store.setState({ work: null });
    if (outcome.kind === 'ok') return outcome.value;
    if (outcome.kind === 'failed') await startAnew(outcome.message);
    return null;
  }

  /** The worker has lost the class: it is opened again, empty. */
  async function startAnew(failure: string | null): Promise<void> {
    const { session } = store.getState();
    if (!session) return;
    update({ ...emptied(), failure });
    const opened = await client.ask({ kind: 'openClass', file: session.file });
    if (opened.kind === 'failed') update({ failure: opened.message });
  }

  function open(file: ClassFile, released: number, keeping: ClassSession['keeping']): void {
    client.dispose();
    const classId = classIdOf(file.settings);
    store.setState({
      work: null,
      session: {
        ...{ file, classId, keeping, released },
        ...{ timer: USUAL_TIMER, failure: null, preflight: null },
        ...emptied(),
        ...{ unfinished: 'listed-apart', rule: USUAL_RULE, rosterText: null },
      },
    });
    void queue(async () => {
      const opened = await client.ask({ kind: 'openClass', file });
      if (opened.kind === 'failed') update({ failure: opened.message });
    });
  }

  /** What follows from the hand-ins and the instructor's choices. */
  async function refresh(): Promise<void> {
    const { session } = store.getState();
    if (!session) return;
    const { unfinished } = session;
    const standings = await work('pictures', () => client.ask({ kind: 'standings', unfinished }));
    if (!standings) return;
    update({ standings: standings.standings });
    const pictures = await work('pictures', () => client.ask({ kind: 'pictures' }));
    if (pictures) update({ pictures: pictures.pictures });
    await refreshGrades();
  }

  async function refreshGrades(): Promise<void> {
    const { session } = store.getState();
    if (!session) return;
    const { rosterText, byHand, rule, unfinished } = session;
    const joined = await work('pictures', () =>
      client.ask({ kind: 'join', rosterText, byHand: [...byHand], rule, unfinished }),
    );
    if (joined) update({ roster: joined.roster, rows: joined.rows });
  }

  async function collectNow(files: readonly DroppedFile[], pasted: string): Promise<void> {
    update({ failure: null });
    const collected = await work('collect', (onProgress) => client.ask({ kind: 'collect', files, pasted }, onProgress));
    if (!collected) return;
    const { collection } = collected;
    const before = store.getState().session?.rosterText;
    // A table of people among what was dropped in is what they are to be joined with, unless there is one already.
    update({ collection, rosterText: before ?? collection.rosters.at(-1)?.text ?? null });
    const verified = await work('verify', (onProgress) => client.ask({ kind: 'verify' }, onProgress));
    if (verified) {
      const { verifications, identical } = verified;
      update({ verifications, identical, skillAndLuck: null, highlighted: null });
    }
    await refresh();
  }

  function factsOf(scenarioId: string): ScenarioFacts {
    const facts = catalogue.factsOf(scenarioId);
    if (!facts) throw new Error(`no scenario ${scenarioId}`);
    return facts;
  }

  function leftNow({ endsAt, left }: Timer): number {
    return endsAt === null ? left : Math.max(0, endsAt - now().getTime());
  }

  const commands: TeachCommands = {
    newDraft() {
      const { id, rounds } = factsOf(catalogue.scenarioIds[0]);
      return usualDraft(id, rounds);
    },
    copyDraft() {
      const { session } = store.getState();
      return session && draftOfClass(session.file);
    },
    openNew({ scenarioId, seed, title, ...choices }) {
      const facts = factsOf(scenarioId);
      const named = { ...choices, title: title.trim() || dependencies.untitled };
      open(newClass(facts, seed.trim() || newSeed(randomBytes), named, randomBytes), 0, 'no');
    },
    openFile(text) {
      const file = readClassFile(text);
      if (!file.ok) return file;
      const problemOfFile = problemOf(catalogue, file.value);
      if (problemOfFile) return problemOfFile;
      const classId = classIdOf(file.value.settings);
      const kept = keptClasses.list().find((one) => one.classId === classId);
      open(file.value, kept?.released ?? 0, kept ? 'yes' : 'no');
      return null;
    },
    openKept(classId) {
      const kept = keptClasses.list().find((one) => one.classId === classId);
      if (kept) open(kept.file, kept.released, 'yes');
    },
    forgetKept(classId) {
      keptClasses.forget(classId);
      store.setState({ kept: keptClasses.list() });
      if (store.getState().session?.classId === classId) update({ keeping: 'no' });
    },
    closeClass() {
      client.dispose();
      store.setState({ session: null, work: null, kept: keptClasses.list() });
    },
    keep(isKept) {
      const { session } = store.getState();
      if (!session) return;
      if (isKept) {
        const { file, released } = session;
        const taken = keptClasses.keep({ file, released, keptAt: now().toISOString() });
        update({ keeping: taken ? 'yes' : 'refused' });
      } else {
        keptClasses.forget(session.classId);
        update({ keeping: 'no' });
      }
      store.setState({ kept: keptClasses.list() });
    },

    releaseKey() {
      const { session } = store.getState();
      if (!session?.file.settings.roundKeys || session.file.keySecret === null) return;
      const released = Math.min(session.released + 1, session.file.settings.rounds);
      update({ released });
      if (session.keeping === 'yes') {
        keptClasses.keep({ file: session.file, released, keptAt: now().toISOString() });
        store.setState({ kept: keptClasses.list() });
      }
    },
    setTimer: (milliseconds) => update({ timer: { endsAt: null, left: within(milliseconds) } }),
    runTimer(isRunning) {
      const { session } = store.getState();
      if (!session) return;
      const left = leftNow(session.timer);
      update({ timer: { endsAt: isRunning ? now().getTime() + left : null, left } });
    },
    extendTimer(milliseconds) {
      const { session } = store.getState();
      if (!session) return;
      const left = within(leftNow(session.timer) + milliseconds);
      update({ timer: { endsAt: session.timer.endsAt === null ? null : now().getTime() + left, left } });
    },

    getReady: () => void queue(() => client.ask({ kind: 'getReady' })),
    runPreflight: () =>
      queue(async () => {
        const done = await work('preflight', (onProgress) => client.ask({ kind: 'preflight' }, onProgress));
        if (done) update({ preflight: done.rows });
      }),
    collect: (files, pasted) => queue(() => collectNow(files, pasted)),
    rehearse: (students) =>
      queue(async () => {
        const made = await makeRehearsal(students, 'moodle');
        if (!made) return;
        update({ isRehearsal: true, rosterText: made.roster });
        await collectNow([{ path: made.zip.fileName, bytes: made.zip.bytes }], '');
      }),
    rehearsalFiles: (students, lms) => queue(() => makeRehearsal(students, lms)),
    clearCollection: () =>
      queue(async () => {
        const wasRehearsal = store.getState().session?.isRehearsal;
        await startAnew(null);
        if (wasRehearsal) update({ rosterText: null });
      }),
    cancel: () => client.cancel(),

    setUnfinished: (unfinished) =>
      queue(async () => {
        update({ unfinished });
        await refresh();
      }),
    measureLuck: () =>
      queue(async () => {
        const measured = await work('luck', (onProgress) => client.ask({ kind: 'skillAndLuck', ...LUCK }, onProgress));
        if (!measured) return;
        update({ skillAndLuck: measured.result });
        await refresh();
      }),
    highlight: (submission) =>
      queue(async () => {
        update({ highlighted: null });
        if (submission === null) return;
        const found = await work('pictures', () => client.ask({ kind: 'game', submission }));
        if (found?.game) update({ highlighted: { submission, game: found.game } });
      }),
    setRule: (rule) =>
      queue(async () => {
        update({ rule });
        await refreshGrades();
      }),
    setRoster: (file) =>
      queue(async () => {
        update({ rosterText: file && rosterTextOf(file), byHand: new Map() });
        await refreshGrades();
      }),
    joinByHand: (row, submission) =>
      queue(async () => {
        const byHand = new Map(store.getState().session?.byHand);
        if (submission === undefined) byHand.delete(row);
        else byHand.set(row, submission);
        update({ byHand });
        await refreshGrades();
      }),
    exportClass: (format, descriptions) =>
      queue(async () => {
        const exported = await work('export', (onProgress) =>
          client.ask({ kind: 'exportClass', format, descriptions }, onProgress),
        );
        return exported?.file ?? null;
      }),
  };

  async function makeRehearsal(students: number, lms: LmsKind) {
    const made = await work('rehearsal', (onProgress) =>
      client.ask({ kind: 'dryRun', lms, count: students }, onProgress),
    );
    return made && { zip: made.file, roster: made.rosterCsv };
  }

  return { store, commands };
}

function emptied(): Pick<
  ClassSession,
  | 'isRehearsal'
  | 'collection'
  | 'verifications'
  | 'identical'
  | 'standings'
  | 'pictures'
  | 'skillAndLuck'
  | 'highlighted'
  | 'roster'
  | 'byHand'
  | 'rows'
> {
  return {
    ...{ isRehearsal: false, collection: EMPTY_COLLECTION, verifications: [], identical: [], standings: [] },
    ...{ pictures: null, skillAndLuck: null, highlighted: null, roster: null, byHand: new Map(), rows: [] },
  };
}

/** With its byte order mark, so that the filled file has one too; a file in UTF-16 gets one, because it is written as UTF-8. */
function rosterTextOf(file: Uint8Array): string {
  const text = decodeText(file);
  const isUtf16 = file[0] + file[1] === 0xff + 0xfe;
  return isUtf16 ? `\uFEFF${text}` : text;
}

/** Why a class cannot be taught with this version; null when it can. */
function problemOf(catalogue: Catalogue, { settings, keySecret }: ClassFile): ClassroomProblem | null {
  const facts = catalogue.factsOf(settings.scenario.id);
  const checked = checkClass(settings, facts?.hash ?? null);
  if (!checked.ok) return checked;
  const wantsSecret = settings.roundKeys !== null || settings.debriefKey !== null;
  return wantsSecret && keySecret === null ? problem('class/not-an-instructor-file') : null;
}

function within(milliseconds: number): number {
  return Math.min(LONGEST_TIMER, Math.max(0, milliseconds));
}
