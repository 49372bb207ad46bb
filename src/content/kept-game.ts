/** A game that can be read, but not played on: its figures would not come out the same. */
export const keptGame = {
  title: 'A game to read',
  lead: '{firm}, seed {seed}: {played, plural, one {# quarter} other {# quarters}} of {quarters} played with version {version} of the model. Here is what was decided; the figures would come out differently now, so none are shown.',
  changes: 'What has changed since',
  decisions: 'Decisions, quarter by quarter',
  quarter: 'Quarter',
  insight: 'Insight',
  reason: 'Reason',
  noDecision: 'No quarter was played.',
  export: 'Export this game',
  home: 'Go to the home page',
} as const;

/** What each version of the model changed for those who play, by `ENGINE_VERSION`. The same as CHANGELOG says under "Model". */
export const modelChanges: Readonly<Record<string, string>> = {
  '1': 'The first version of the model.',
};
