import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { GAME_VIEWS, hrefOf, parseRoute, TEACH_VIEWS } from '../../src/app/router.ts';

describe('routes', () => {
  it.each(['', '#', '#/', '#//'])('%s is home', (hash) => {
    expect(parseRoute(hash)).toEqual({ kind: 'home' });
  });

  it.each([
    '#/nonsense',
    '#/play',
    '#/play/a/kitchen',
    '#/play/a/results/0',
    '#/play/a/results/x',
    '#/play/a/desk/2',
    '#/play/a/results/2/3',
    '#/play/%E0%A4%A',
    '#/learn',
    '#/device/more',
    '#/learn/glossary/more',
  ])('%s is not found', (hash) => {
    expect(parseRoute(hash)).toEqual({ kind: 'not-found' });
  });

  it.each(TEACH_VIEWS)('%s of the instructor leads back to itself', (view) => {
    expect(parseRoute(hrefOf({ kind: 'teach', view }))).toEqual({ kind: 'teach', view });
  });

  it.each(['#/teach/kitchen', '#/teach/keys/more'])('%s is not found', (hash) => {
    expect(parseRoute(hash)).toEqual({ kind: 'not-found' });
  });

  it('an invitation carries its code, whatever it is; none is a page to paste one', () => {
    expect(parseRoute('#/join/CL1JABC')).toEqual({ kind: 'join', code: 'CL1JABC' });
    expect(parseRoute('#/join/')).toEqual({ kind: 'join', code: null });
    expect(parseRoute(hrefOf({ kind: 'join', code: null }))).toEqual({ kind: 'join', code: null });
  });

  it('leaves the view of a bare game open', () => {
    expect(parseRoute('#/play/a1')).toEqual({ kind: 'play', gameId: 'a1', view: null, quarter: null });
  });

  test.prop([
    fc.string({ minLength: 1 }),
    fc.constantFrom(null, ...GAME_VIEWS),
    fc.option(fc.integer({ min: 1, max: 99 })),
  ])('an address leads back to its route', (gameId, view, number) => {
    const route = { kind: 'play', gameId, view, quarter: view === 'results' ? number : null } as const;
    expect(parseRoute(hrefOf(route))).toEqual(route);
  });
});
