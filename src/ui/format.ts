/** Money arrives in integer cents and leaves as text; this is the only place where it does. */
export type Formats = {
  /** Whole currency units: `$1,234`. */
  readonly money: (cents: number) => string;
  /** To the cent: `$1,234.56`. */
  readonly moneyExact: (cents: number) => string;
  /** For axes and headlines: `$1.2M`. */
  readonly moneyCompact: (cents: number) => string;
  /** With its sign, for a change: `+$1.2M`, `−$3K`. */
  readonly moneyChange: (cents: number) => string;
  /** A share, 0 to 1: `12%`. */
  readonly percent: (share: number) => string;
  /** A share with one decimal: `12.3%`. */
  readonly percentExact: (share: number) => string;
  /** A change of a share, with its sign: `+4.2%`. */
  readonly percentChange: (share: number) => string;
  /** People and things: `20,134`. */
  readonly count: (n: number) => string;
  /** With its sign: `+134`. */
  readonly countChange: (n: number) => string;
  /** For axes: `20K`. */
  readonly countCompact: (n: number) => string;
  /** One decimal: `107.4`. */
  readonly decimal: (n: number) => string;
  /** Two decimals: `0.62`. */
  readonly hundredths: (n: number) => string;
  /** With its sign: `+0.04`. */
  readonly hundredthsChange: (n: number) => string;
  /** An ISO date and time: `22 Nov 2026, 14:05`. */
  readonly dateTime: (iso: string) => string;
  readonly locale: string;
  readonly currency: string;
};

const made = new Map<string, Formats>();

/**
 * The formats of a locale (BCP 47) and a currency (ISO 4217). Made once for each pair.
 *
 * Figures that round to nothing lose their sign: never `−0`.
 */
export function formatsOf(locale: string, currency: string): Formats {
  const key = `${locale} ${currency}`;
  const known = made.get(key);
  if (known) return known;
  const formats = make(locale, currency);
  made.set(key, formats);
  return formats;
}

function make(locale: string, currency: string): Formats {
  const money = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  const change = { signDisplay: 'exceptZero' } as const;
  const quiet = { signDisplay: 'negative' } as const;
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { ...quiet, ...options });
    return (n: number) => format.format(n).replace('-', '−');
  };
  const cents = (options: Intl.NumberFormatOptions) => {
    const format = number({ ...money, ...options });
    return (n: number) => format(n / 100);
  };
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    money: cents({ maximumFractionDigits: 0 }),
    moneyExact: cents({}),
    moneyCompact: cents(compact),
    moneyChange: cents({ ...compact, ...change }),
    percent: number({ style: 'percent', maximumFractionDigits: 0 }),
    percentExact: number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    percentChange: number({ style: 'percent', maximumFractionDigits: 1, ...change }),
    count: number({ maximumFractionDigits: 0 }),
    countChange: number({ maximumFractionDigits: 0, ...change }),
    countCompact: number(compact),
    decimal: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    hundredths: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    hundredthsChange: number({ minimumFractionDigits: 2, maximumFractionDigits: 2, ...change }),
    dateTime: (iso) => date.format(new Date(iso)),
    locale,
    currency,
  };
}
