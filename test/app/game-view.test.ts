import { describe, expect, it } from 'vitest';
import { gameViewOf, viewsAhead } from '../../src/app/game-view.ts';
import { makeClass } from '../classroom/class-fixture.ts';
import { fixtureGame, fixtureScore } from '../support/fixture-reports.ts';

const nothingAsked = { view: null, quarter: null };

describe('what is seen of a game', () => {
  it('begins with the briefing, then lands on the desk', () => {
    expect(gameViewOf(fixtureGame(0), nothingAsked)).toEqual({ kind: 'view', view: 'briefing' });
    expect(gameViewOf(fixtureGame(0), { view: 'desk', quarter: null })).toEqual({ kind: 'view', view: 'desk' });
    expect(gameViewOf(fixtureGame(3), nothingAsked)).toEqual({ kind: 'view', view: 'desk' });
  });

  it('shows work under way, whatever was asked for', () => {
    const asked = { view: 'results', quarter: 1 } as const;
    expect(gameViewOf(fixtureGame(2, { status: 'running' }), asked)).toEqual({ kind: 'progress', work: 'running' });
    expect(gameViewOf(fixtureGame(0, { status: 'opening' }), asked)).toEqual({ kind: 'progress', work: 'opening' });
  });

  it('shows no results before there are any, and never of a quarter not played', () => {
    expect(gameViewOf(fixtureGame(0), { view: 'results', quarter: 1 })).toEqual({ kind: 'view', view: 'desk' });
    expect(gameViewOf(fixtureGame(2), { view: 'results', quarter: 7 })).toEqual({
      kind: 'view',
      view: 'results',
      round: 1,
    });
    expect(gameViewOf(fixtureGame(2), { view: 'results', quarter: 1 })).toEqual({
      kind: 'view',
      view: 'results',
      round: 0,
    });
  });

  it('shows the last results while the score is worked out, and the score only then', () => {
    const scoring = fixtureGame(8, { status: 'scoring' });
    expect(gameViewOf(scoring, { view: 'results', quarter: null })).toEqual({
      kind: 'view',
      view: 'results',
      round: 7,
    });
    expect(gameViewOf(scoring, { view: 'debrief', quarter: null })).toEqual({ kind: 'progress', work: 'scoring' });
    expect(gameViewOf(fixtureGame(8, { status: 'finished' }), nothingAsked)).toEqual({ kind: 'not-scored' });
    const scored = fixtureGame(8, { status: 'scored', score: fixtureScore });
    expect(gameViewOf(scored, { view: 'desk', quarter: null })).toEqual({
      kind: 'view',
      view: 'debrief',
      score: fixtureScore,
    });
  });

  it('never shows the debrief early', () => {
    expect(gameViewOf(fixtureGame(3), { view: 'debrief', quarter: null })).toEqual({ kind: 'view', view: 'desk' });
  });

  it('keeps closed what the rules of a class close, and asks for the hand-in before the truth is shown', () => {
    const { settings } = makeClass({
      debrief: 'after-hand-in',
      help: { hints: true, why: true, rewind: false, customerRecords: false },
    });
    const seat = { settings, alias: 'Heron', reflections: [], handedIn: null, debriefUnlocked: false };
    const over = fixtureGame(8, { status: 'scored', score: fixtureScore, seat });
    const handIn = { kind: 'view', view: 'hand-in' };
    expect(gameViewOf(over, { view: 'debrief', quarter: null })).toEqual(handIn);
    expect(gameViewOf(over, { view: 'customers', quarter: null })).toEqual(handIn);
    expect(gameViewOf(over, { view: 'futures', quarter: null })).toEqual(handIn);
    const handedIn = { receipt: 'ABCDE-FGHJK', rounds: 8, at: '2026-11-22T09:00:00.000Z' };
    const after = { ...over, seat: { ...seat, handedIn } };
    expect(gameViewOf(after, nothingAsked)).toEqual({ kind: 'view', view: 'debrief', score: fixtureScore });
    const locked = { ...seat, handedIn, settings: makeClass({ debrief: 'with-key' }).settings };
    expect(gameViewOf({ ...over, seat: locked }, { view: 'debrief', quarter: null })).toEqual(handIn);
    const unlocked = { ...over, seat: { ...locked, debriefUnlocked: true } };
    expect(gameViewOf(unlocked, nothingAsked)).toMatchObject({ view: 'debrief' });
    const atTheEnd = { ...over, seat: { ...seat, settings: makeClass({ debrief: 'at-the-end' }).settings } };
    expect(gameViewOf(atTheEnd, nothingAsked)).toMatchObject({ view: 'debrief' });
    expect(gameViewOf(fixtureGame(0, { seat }), { view: 'hand-in', quarter: null })).toMatchObject({ view: 'desk' });
    expect(gameViewOf(fixtureGame(2), { view: 'hand-in', quarter: null })).toMatchObject({ view: 'desk' });
  });
});

describe('what is seen next', () => {
  it('is the desk and the results, and the debrief only when the last quarter is decided', () => {
    expect(viewsAhead(fixtureGame(0))).toEqual(['desk', 'results']);
    expect(viewsAhead(fixtureGame(6))).toEqual(['desk', 'results']);
    expect(viewsAhead(fixtureGame(7))).toEqual(['desk', 'results', 'debrief']);
    expect(viewsAhead(fixtureGame(8))).toContain('debrief');
  });

  it('is handing in before the debrief in a class', () => {
    const { settings } = makeClass();
    const seat = { settings, alias: 'Heron', reflections: [], handedIn: null, debriefUnlocked: false };
    expect(viewsAhead(fixtureGame(7, { seat }))).toEqual(['desk', 'results', 'hand-in', 'debrief']);
  });

  it('is the same list until something else comes next', () => {
    expect(viewsAhead(fixtureGame(1))).toBe(viewsAhead(fixtureGame(2)));
  });
});
