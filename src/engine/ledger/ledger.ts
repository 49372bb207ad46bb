import type { Cents } from '../decision/decision.ts';
import { TIER_COUNT } from '../tiering/tiers.ts';

/** Accounts of the firm, and the sign with which each moves cash. */
const ACCOUNTS = {
  revenue: 1,
  costOfGoods: -1,
  orderCost: -1,
  contactCost: -1,
  accountCost: -1,
  acquisition: -1,
  retention: -1,
  service: -1,
  insight: -1,
  overhead: -1,
} as const;

export type Account = keyof typeof ACCOUNTS;

export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as Account[];

/** Whom a posting concerns: a tier (0 to 3), or one of these. */
export const LAPSED_BUCKET = TIER_COUNT;
export const NEWCOMER_BUCKET = TIER_COUNT + 1;
export const FIRM_BUCKET = TIER_COUNT + 2;
const BUCKETS = TIER_COUNT + 3;

/** One round's postings in integer cents, by account and bucket, and the cash they moved. */
export type LedgerPage = {
  readonly round: number;
  readonly accounts: Readonly<Record<Account, Float64Array>>;
  cash: Cents;
};

export function openPage(round: number): LedgerPage {
  const accounts = {} as Record<Account, Float64Array>;
  for (const name of ACCOUNT_NAMES) accounts[name] = new Float64Array(BUCKETS);
  return { round, accounts, cash: 0 };
}

/** Posts cents to an account and a bucket, and the same cents to cash. Anything but whole cents is a bug. */
export function book(page: LedgerPage, account: Account, bucket: number, cents: Cents): void {
  if (!Number.isSafeInteger(cents))
    throw new RangeError(`ledger: ${cents} is not a whole number of cents (${account})`);
  page.accounts[account][bucket] += cents;
  page.cash += ACCOUNTS[account] * cents;
}

/** Sum of an account over all buckets. */
export function accountTotal(page: LedgerPage, account: Account): Cents {
  return page.accounts[account].reduce((sum, cents) => sum + cents, 0);
}

/** Contribution: what customers brought before what the player and the firm spend. By bucket, or of all. */
export function contributionOf(page: LedgerPage, bucket?: number): Cents {
  const of = (account: Account) =>
    bucket === undefined ? accountTotal(page, account) : page.accounts[account][bucket];
  return of('revenue') - of('costOfGoods') - of('orderCost') - of('contactCost') - of('accountCost');
}

/** Checks that the accounts add up to the cash they moved; a difference is a bug. */
export function closePage(page: LedgerPage): void {
  let sum = 0;
  for (const name of ACCOUNT_NAMES) sum += ACCOUNTS[name] * accountTotal(page, name);
  if (sum !== page.cash) throw new Error(`ledger of round ${page.round} does not balance: ${sum} against ${page.cash}`);
}
