// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ChoicesChapter } from '../../../src/features/debrief/choices-chapter.tsx';
import type { DebriefState } from '../../../src/store/state.ts';
import { fixtureChoices } from '../../support/fixture-debrief.ts';

afterEach(cleanup);

it('keeps room for what is coming, and none for what was given up or is there', async () => {
  const reservedFor = (choices: DebriefState['choices']) => {
    const { container } = render(
      <ChoicesChapter
        choices={choices}
        cells={[]}
        decisions={[]}
        findings={[]}
        onStart={() => {}}
        onCancel={() => {}}
      />,
    );
    return () => container.querySelectorAll('div[aria-hidden="true"][style*="--wide"]').length;
  };
  expect(reservedFor({ kind: 'working', progress: 0.5 })()).toBe(2);
  expect(reservedFor({ kind: 'stopped', why: 'cancelled' })()).toBe(0);
  const whenReady = reservedFor({ kind: 'ready', value: fixtureChoices });
  await waitFor(() => expect(whenReady()).toBe(0));
});
