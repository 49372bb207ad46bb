import { readerLocale } from './reader-locale.ts';

/** What a placeholder may be given. Numbers are written in the reader's locale; money and percent come as text already. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A screen's texts by id. */
export type Catalogue = Readonly<Record<string, string>>;

/** Writes one text of a catalogue. */
export type Messages<C extends Catalogue> = (id: keyof C & string, values?: MessageValues) => string;

/** The language of the texts, whatever the reader's locale: it decides plurals and how lists are put into words. */
const TEXT_LANGUAGE = 'en';
const PLURALS = new Intl.PluralRules(TEXT_LANGUAGE);
const LIST = new Intl.ListFormat(TEXT_LANGUAGE);
const NUMBERS = new Intl.NumberFormat(readerLocale());

/** Several things in words, to stand in a text: `a, b, and c`. */
export function listed(things: Iterable<string>): string {
  return LIST.format(things);
}

/** Binds a screen's catalogue: `const t = messagesOf(home); t('title', { n: 3 })`. */
export function messagesOf<C extends Catalogue>(catalogue: C): Messages<C> {
  return (id, values) => formatMessage(catalogue[id], values);
}

/**
 * Writes a text of ICU MessageFormat with its values: `{name}`, `{n, plural, =0 {…} one {# …} other {…}}` and
 * `{x, select, a {…} other {…}}`, nested as needed. A quote doubled is a quote; `'{'` is a brace.
 *
 * @throws when the text is malformed or names a value that was not given: a bug of ours, found by the content tests
 */
export function formatMessage(message: string, values: MessageValues = {}): string {
  const [text, end] = write(message, 0, values, null);
  if (end !== message.length) throw new Error(`Unbalanced brace in message: ${message}`);
  return text;
}

/** Writes from `start` to the closing brace or the end. `count` is what `#` stands for inside a plural. */
function write(message: string, start: number, values: MessageValues, count: number | null): [string, number] {
  let text = '';
  let at = start;
  while (at < message.length && message[at] !== '}') {
    const character = message[at];
    if (character === "'" && message[at + 1] === "'") {
      text += "'";
      at += 2;
    } else if (character === "'" && /[{}#]/.test(message[at + 1] ?? '')) {
      const close = message.indexOf("'", at + 2);
      if (close < 0) throw new Error(`Unclosed quote in message: ${message}`);
      text += message.slice(at + 1, close);
      at = close + 1;
    } else if (character === '#' && count !== null) {
      text += NUMBERS.format(count);
      at += 1;
    } else if (character === '{') {
      const [piece, next] = writeArgument(message, at + 1, values, count);
      text += piece;
      at = next;
    } else {
      text += character;
      at += 1;
    }
  }
  return [text, at];
}

/** Writes one argument, from after its opening brace to after its closing one. */
function writeArgument(message: string, start: number, values: MessageValues, count: number | null): [string, number] {
  const head = /^\s*(\w+)\s*(?:,\s*(plural|select)\s*,|(?=\}))/.exec(message.slice(start));
  if (!head) throw new Error(`Malformed argument in message: ${message}`);
  const [whole, name, kind] = head;
  const value = values[name];
  if (value === undefined) throw new Error(`No value for {${name}} in message: ${message}`);
  const at = start + whole.length;
  if (!kind) return [typeof value === 'number' ? NUMBERS.format(value) : unbroken(value), at + 1];
  if (kind === 'plural' && typeof value !== 'number')
    throw new Error(`{${name}} wants a number in message: ${message}`);
  const choices = choicesOf(message, at);
  const keys = kind === 'plural' ? [`=${value}`, PLURALS.select(Number(value))] : [String(value)];
  const chosen = [...keys, 'other'].map((key) => choices.at.get(key)).find((from) => from !== undefined);
  if (chosen === undefined) throw new Error(`No "other" for {${name}} in message: ${message}`);
  return [write(message, chosen, values, kind === 'plural' ? Number(value) : count)[0], choices.end];
}

/** Sentences are broken into lines where a browser may: it would between a sign and the currency that follows it. */
function unbroken(value: string): string {
  return value.replace(/[−+](?=\p{Sc})/gu, '$&\u2060');
}

/** Where each choice's text begins, and where the argument ends (after its closing brace). */
function choicesOf(message: string, start: number): { at: Map<string, number>; end: number } {
  const found = new Map<string, number>();
  let at = start;
  for (;;) {
    const key = /^\s*(=?\w[\w-]*)\s*\{/.exec(message.slice(at));
    if (!key) break;
    found.set(key[1], at + key[0].length);
    at = closeOf(message, at + key[0].length);
  }
  const close = /^\s*\}/.exec(message.slice(at));
  if (!close) throw new Error(`Unbalanced brace in message: ${message}`);
  return { at: found, end: at + close[0].length };
}

/** The place after the brace that closes the one opened before `start`. */
function closeOf(message: string, start: number): number {
  let depth = 1;
  for (let at = start; at < message.length; at += 1) {
    if (message[at] === "'" && /[{}#]/.test(message[at + 1] ?? '')) at = message.indexOf("'", at + 2);
    else if (message[at] === '{') depth += 1;
    else if (message[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    if (at < 0) break;
  }
  throw new Error(`Unbalanced brace in message: ${message}`);
}
