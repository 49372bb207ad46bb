import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/cli/variants/difficulty.ts';

const original = { massAcquisition: 87, uniform: 102.5, customerCentric: 109, best: 115, recipe: 115 };
const alike = { massAcquisition: 88, uniform: 103, customerCentric: 108, best: 114, recipe: 112.5 };

describe('a variant', () => {
  it('as hard as the original, on which the old recipe fails, has no fault', () => {
    expect(faultsOf(alike, original)).toEqual([]);
  });

  it.each([
    ['customerCentric +3.0', { customerCentric: 112, best: 116 }],
    ['customerCentric -3.0', { customerCentric: 106 }],
    ['massAcquisition -5.0', { massAcquisition: 82 }],
    ['best +4.0', { best: 119 }],
    ['old recipe too good', { recipe: 113.5 }],
  ])('has the fault %s', (fault, change) => {
    expect(faultsOf({ ...alike, ...change }, original)).toEqual([fault]);
  });

  it('must keep the policies apart', () => {
    const close = { ...alike, uniform: 100.6, customerCentric: 107, best: 112.2, recipe: 111 };
    expect(faultsOf({ ...close, uniform: 104.2 }, original)).toContain('customerCentric too close');
    expect(faultsOf({ ...close, customerCentric: 110 }, original)).toContain('best too close');
    expect(faultsOf({ ...close, uniform: 100.3 }, original)).toContain('uniform too close');
  });

  it('can be judged by what is known so far', () => {
    const { massAcquisition, uniform, customerCentric } = alike;
    expect(faultsOf({ massAcquisition, uniform, customerCentric }, original)).toEqual([]);
  });
});
