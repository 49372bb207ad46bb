/** First and second halves of firm names, of lengths with no common divisor: 221 firms before one comes again. */
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

/** What the firm of a variant is called, such as "Birch & Bridge": another one for each number up to 221. */
export function variantFirmName(number: number): string {
  return `${FIRST[number % FIRST.length]} & ${SECOND[number % SECOND.length]}`;
}
