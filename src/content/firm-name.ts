/** Firms of the scenarios written by hand. */
const NAMES: Readonly<Record<string, string>> = { harbour: 'Harbour & Pine' };

/** First and second halves of variants' firm names, of lengths with no common divisor: 221 firms before one comes again. */
const FIRST = [
  'Alder',
  'Birch',
  'Cedar',
  'Copper',
  'Fern',
  'Harvest',
  'Juniper',
  'Larch',
  'Linden',
  'Maple',
  'Oak',
  'Thistle',
  'Willow',
];
const SECOND = [
  ...[
    'Anchor',
    'Bridge',
    'Brook',
    'Chapel',
    'Cove',
    'Field',
    'Garden',
    'Gate',
    'Hearth',
    'Hill',
    'Lane',
    'Lantern',
    'Market',
  ],
  ...['Meadow', 'Mill', 'Stone', 'Yard'],
];

/** What the firm of a scenario is called; of the variants of one, each number up to 221 has another name. An unknown scenario's is its id. */
export function firmName(scenarioId: string): string {
  const name = NAMES[scenarioId];
  if (name !== undefined) return name;
  const variant = /-v([1-9]\d*)$/.exec(scenarioId);
  if (!variant) return scenarioId;
  const number = Number(variant[1]);
  return `${FIRST[number % FIRST.length]} & ${SECOND[number % SECOND.length]}`;
}
