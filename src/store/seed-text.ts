/** Fresh random bytes, such as from `crypto.getRandomValues`. */
export type RandomBytes = (count: number) => Uint8Array;

/** 64 words, short, common and easy to spell, so that a seed can be read out in a class. */
const WORDS = (
  'amber anchor apple aspen bay beach birch bloom brook cedar cherry clover cloud coral cove dune ' +
  'ember fern field finch fjord forest garden glen grove harbor hazel heron hill island ivy juniper ' +
  'kite lake lark laurel lemon lily maple marble meadow mint moss oak olive orchard otter pearl ' +
  'pebble pine plum pond poppy quartz reed river robin sage shore spruce swan thistle willow'
).split(' ');

/** Letters and digits that are not mistaken for each other; 32, so that a byte picks one evenly. */
const ID_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz_';

/** A seed for a new game: a word and four digits, such as `maple-4821` (576,000 of them). */
export function newSeed(randomBytes: RandomBytes): string {
  const [a, b, c, d] = randomBytes(4);
  const number = 1000 + ((b * 65536 + c * 256 + d) % 9000);
  return `${WORDS[a % WORDS.length]}-${number}`;
}

/** An id for a saved game, 60 random bits. */
export function newGameId(randomBytes: RandomBytes): string {
  return Array.from(randomBytes(12), (byte) => ID_LETTERS[byte % 32]).join('');
}
