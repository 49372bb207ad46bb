import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { parseAst } from 'vite';

/**
 * The page in a language that does not exist: every text of src/content comes with accents on all its letters and with some letters doubled,
 * about a third longer, as a translation may be. What is then read without accents does not come from there.
 *
 * The texts are exchanged in the scripts on their way to the browser, so that what is tested is the built app as it is.
 */

const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    'åƀçðéƒĝĥîĵķļɱñöþɋŕšţüṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ',
    (accented, at) => ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'[at], accented] as const,
  ),
);
/** What makes texts a third longer. */
const DOUBLED = /[aeiouns]/;

/** A message (ICU subset, see src/ui/message.ts) in the language that does not exist; its placeholders and choices stay. */
export function pseudoText(message: string): string {
  return writtenFrom(message, 0)[0];
}

function writtenFrom(message: string, start: number): [string, number] {
  let text = '';
  let at = start;
  while (at < message.length && message[at] !== '}') {
    const head = /^\{\s*\w+\s*(,\s*(?:plural|select)\s*,|(?=\}))/.exec(message.slice(at));
    if (!head) {
      const character = message[at++];
      const accented = ACCENTS[character] ?? character;
      text += DOUBLED.test(character) ? accented + accented : accented;
      continue;
    }
    text += head[0];
    at += head[0].length;
    for (let key = choiceAt(message, at); head[1] && key; key = choiceAt(message, at)) {
      const [choice, end] = writtenFrom(message, at + key.length);
      text += `${key}${choice}}`;
      at = end + 1;
    }
    const close = /^\s*\}/.exec(message.slice(at))?.[0] ?? '';
    text += close;
    at += close.length;
  }
  return [text, at];
}

/** The key of the choice that begins here, with its brace. */
function choiceAt(message: string, at: number): string | undefined {
  return /^\s*=?\w[\w-]*\s*\{/.exec(message.slice(at))?.[0];
}

/** Gives all pages of a device the app in the language that does not exist. */
export async function speakPseudo(device: BrowserContext): Promise<void> {
  const texts = new Set([...(await allTexts())].filter((text) => !isCodeToo(text)));
  // The workers say nothing; some of their codes are the same words.
  await device.route(/(?<!\.worker-[\w-]+)\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: inPseudo(await response.text(), texts) });
  });
}

/** A script with its texts exchanged. */
function inPseudo(script: string, texts: ReadonlySet<string>): string {
  const found: { start: number; end: number; text: string }[] = [];
  const walk = (node: unknown, isName: boolean) => {
    if (Array.isArray(node)) for (const one of node) walk(one, isName);
    else if (isNode(node)) {
      const text = node.type === 'Literal' ? node.value : wholeTemplate(node);
      if (typeof text === 'string' && texts.has(text) && !isName)
        found.push({ start: node.start, end: node.end, text });
      for (const [key, child] of Object.entries(node)) {
        const names =
          key === 'key' || key === 'property' || key === 'source' || key === 'test' || key === 'discriminant';
        const compares = node.type === 'BinaryExpression' && node.operator !== '+';
        walk(child, (names && isNode(child) && child.type === 'Literal') || compares);
      }
    }
  };
  walk(parseAst(script), false);
  let written = '';
  let from = 0;
  for (const { start, end, text } of found.toSorted((a, b) => a.start - b.start)) {
    written += script.slice(from, start) + JSON.stringify(pseudoText(text));
    from = end;
  }
  return written + script.slice(from);
}

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'type' in node;
}

/** The text of a template without holes: a minifier's way to write a string. */
function wholeTemplate(node: Node): string | undefined {
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node.quasis as { value: { cooked: string } }[];
  return quasis.length === 1 ? quasis[0].value.cooked : undefined;
}

/** Texts that may be codes as well: words in small letters alone. They are left as they are. */
function isCodeToo(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

/** All texts that src/content exports. */
async function allTexts(): Promise<ReadonlySet<string>> {
  const folder = fileURLToPath(new URL('../../src/content/', import.meta.url));
  const texts = new Set<string>();
  const gather = (value: unknown) => {
    if (typeof value === 'string') {
      if (/[A-Za-z]{2}/.test(value)) texts.add(value);
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) gather(one);
  };
  for (const file of readdirSync(folder)) gather(await import(/* @vite-ignore */ `${folder}${file}`));
  return texts;
}

/** What is no text of the app: names of firms and of those who rehearse, seeds, numbers of customers, what Intl writes of dates and lists. */
const NO_TEXTS = [
  /\p{Lu}\p{Ll}+ & [A-Z][a-z]+/gu,
  /rehearsal\.zip( › \S+ \S+)?|Student\d\d Rehearsal|(Amber|Azure|Coral|Crimson|Golden|Indigo) [A-Z][a-z]+s\b/g,
  /\b[a-z]+-\d+\b/g,
  /, and | and /g,
  /\bC\d{6}\b/g,
  /\b[A-Z][a-z]{2} \d{1,2}, \d{4}(, \d{1,2}:\d{2}\s[AP]M)?/g,
];

/**
 * What can be read on a page in the language that does not exist, or is told by its names and descriptions, and yet has letters without
 * accents. What the page marks as no text (`translate="no"`) is left out, and so is what stands in fields.
 */
export async function unaccentedTexts(page: Page): Promise<string[]> {
  const told = await page.evaluate(() => {
    const texts = [`title: ${document.title}`];
    const walk = (element: Element) => {
      if (element.matches('[translate="no"], textarea, script, style, noscript')) return;
      for (const name of [
        'aria-label',
        'aria-description',
        'aria-valuetext',
        'aria-roledescription',
        'placeholder',
        'title',
        'alt',
      ]) {
        const text = element.getAttribute(name);
        if (text) texts.push(`${name}: ${text}`);
      }
      for (const child of element.childNodes) {
        if (child instanceof Element) walk(child);
        else if (child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
          texts.push(`text: ${child.textContent}`);
      }
    };
    walk(document.body);
    return [...new Set(texts)];
  });
  const codes = new Set([...(await allTexts())].filter(isCodeToo));
  return told.filter((line) => {
    // React Aria brings its own words for the kind of a field, in the reader's language.
    if (line === 'aria-roledescription: Number field') return false;
    const text = NO_TEXTS.reduce((left, pattern) => left.replaceAll(pattern, ''), line.slice(line.indexOf(': ') + 2));
    return [...text.matchAll(/(?<![\p{L}\d])[A-Za-z]{2,}(?!\p{L})|[A-Za-z]{3,}/gu)].some(([word]) => !codes.has(word));
  });
}
