import { describe, expect, test, vi } from 'vitest';
import { askToLast } from '../../src/storage/ask-to-last.ts';

describe('asking the browser to keep what is stored', () => {
  test('asks only when it has not been promised already', async () => {
    const persist = vi.fn(async () => false);
    expect(await askToLast({ persisted: async () => true, persist })).toBe(true);
    expect(persist).not.toHaveBeenCalled();
    expect(await askToLast({ persisted: async () => false, persist })).toBe(false);
    expect(persist).toHaveBeenCalledTimes(1);
  });

  test('does without an answer where there is none', async () => {
    expect(await askToLast(null)).toBeNull();
    const refuses = async () => {
      throw new TypeError('not in this frame');
    };
    expect(await askToLast({ persisted: refuses, persist: refuses })).toBeNull();
  });
});
