/** Response headers by path, as in `public/_headers`: a path or the beginning of one before `*`, then its headers. */
export type HeaderRule = { readonly path: string; readonly headers: readonly (readonly [string, string])[] };

export function parseHeaderList(text: string): readonly HeaderRule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ path: line.trim(), headers: [] });
    else {
      const [name, ...value] = line.trim().split(': ');
      rules[rules.length - 1].headers.push([name.toLowerCase(), value.join(': ')]);
    }
  }
  return rules;
}

/** The headers of one path, such as `/assets/x.js`. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const fits = (rule: string) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule);
  return Object.fromEntries(rules.filter((rule) => fits(rule.path)).flatMap(({ headers }) => headers));
}
