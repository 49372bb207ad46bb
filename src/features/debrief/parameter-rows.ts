import { parameterGroups, parameterTexts } from '../../content/parameters.ts';
import type { Parameter } from '../../worker/report/glass-box.ts';

export type ParameterRow = Parameter & {
  readonly text: string;
  /** The class, tier, level or quarter that it is of; empty for none. */
  readonly of: string;
};

export type ParameterGroup = { readonly key: string; readonly parameters: readonly ParameterRow[] };

/** Parameters in groups, each with what it is; numbers that stand alone are in the group `game`. */
export function parameterRows(parameters: readonly Parameter[]): readonly ParameterGroup[] {
  const groups = new Map<string, ParameterRow[]>();
  for (const parameter of parameters) {
    const parts = parameter.path.split('.');
    const key = parts.length > 1 && parameterGroups[parts[0]] ? parts[0] : 'game';
    const { text, of } = textOf(parts);
    const group = groups.get(key) ?? [];
    group.push({ ...parameter, text, of });
    groups.set(key, group);
  }
  return [...groups].map(([key, rows]) => ({ key, parameters: rows }));
}

/** What a parameter is: its own words, or those of its pattern. Without any, its place. */
function textOf(parts: readonly string[]): { readonly text: string; readonly of: string } {
  const own = parameterTexts[parts.join('.')];
  if (own) return { text: own, of: '' };
  for (let at = 1; at < parts.length; at++) {
    const pattern = parts.with(at, '*').join('.');
    if (parameterTexts[pattern]) return { text: parameterTexts[pattern], of: parts[at] };
  }
  return { text: parts.join('.'), of: '' };
}
