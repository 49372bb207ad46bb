import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDecimalMark, parseAmount } from '../../../src/marketing-science/transactions/amount.ts';
import {
  dayNumber,
  detectDateFormat,
  formatDay,
  parseDay,
} from '../../../src/marketing-science/transactions/calendar-day.ts';
import { detectDelimiter, parseDelimited } from '../../../src/marketing-science/transactions/parse-delimited.ts';
import {
  type ReadLogOptions,
  readTransactionLog,
  type TransactionLog,
} from '../../../src/marketing-science/transactions/read-transaction-log.ts';
import { summariseCustomers } from '../../../src/marketing-science/transactions/summarise-customers.ts';
import {
  summariseOpportunities,
  summariseRenewals,
} from '../../../src/marketing-science/transactions/summarise-periods.ts';

function logOf(text: string, options?: ReadLogOptions): TransactionLog {
  const log = readTransactionLog(text, options);
  if (log.kind === 'refused') throw new Error(`${log.code} ${log.detail}`);
  return log;
}

describe('delimited text', () => {
  test('any delimiter, quotes, byte order mark, CRLF and blank lines', () => {
    for (const mark of [',', ';', '\t', '|'] as const) {
      const text = `\uFEFFid${mark}date${mark}amount\r\n"a${mark}b"${mark}"2024-01-02"${mark}"say ""hi"""\r\n\r\nc${mark}2024-01-03${mark}\r\n`;
      expect(detectDelimiter(text)).toBe(mark);
      expect(parseDelimited(text, mark)).toEqual([
        { line: 1, fields: ['id', 'date', 'amount'] },
        { line: 2, fields: [`a${mark}b`, '2024-01-02', 'say "hi"'] },
        { line: 4, fields: ['c', '2024-01-03', ''] },
      ]);
    }
    expect(parseDelimited('  1 0001\t19970101   2 \n', ' ')).toEqual([
      { line: 1, fields: ['1', '0001', '19970101', '2'] },
    ]);
    expect(parseDelimited('a,"b\nc",d\ne,f,g', ',').map((record) => record.line)).toEqual([1, 3]);
  });

  test('what was quoted and joined comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(';')).join('\n');
        expect(parseDelimited(text, ';').map((record) => record.fields)).toEqual(rows);
      }),
    );
  });
});

describe('dates', () => {
  test('every day of four centuries goes there and back', () => {
    for (let day = dayNumber(1900, 1, 1), last = dayNumber(2300, 1, 1); day < last; day += 7) {
      expect(parseDay(formatDay(day), 'year-month-day')).toBe(day);
      expect(formatDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });

  test('formats are stated and checked', () => {
    const day = dayNumber(1997, 9, 30);
    expect(parseDay('1997-09-30', 'year-month-day')).toBe(day);
    expect(parseDay('1997/9/30 23:59', 'year-month-day')).toBe(day);
    expect(parseDay('19970930', 'compact')).toBe(day);
    expect(parseDay('30.09.1997', 'day-month-year')).toBe(day);
    expect(parseDay('9/30/1997', 'month-day-year')).toBe(day);
    for (const wrong of ['1997-02-29', '1997-13-01', '1997-09-31', '97-09-30', '1997-09/30', '']) {
      expect(parseDay(wrong, 'year-month-day'), wrong).toBeNull();
    }
  });

  test('day-month and month-day are told apart where the file can tell', () => {
    expect(detectDateFormat(['03/04/2024', '25/04/2024'])).toBe('day-month-year');
    expect(detectDateFormat(['03/04/2024', '04/25/2024'])).toBe('month-day-year');
    expect(detectDateFormat(['03/04/2024', '05/06/2024'])).toBe('ambiguous');
    expect(detectDateFormat(['03/03/2024'])).toBe('day-month-year');
    expect(detectDateFormat(['x'])).toBeNull();
  });
});

describe('amounts', () => {
  test('decimal marks, thousands, signs', () => {
    expect(parseAmount('$1,234.50', '.')).toBe(1234.5);
    expect(parseAmount('1.234,50 €', ',')).toBe(1234.5);
    expect(parseAmount('EUR 12', '.')).toBe(12);
    expect(parseAmount("1'234.5", '.')).toBe(1234.5);
    expect(parseAmount('-3', '.')).toBe(-3);
    for (const wrong of ['', 'abc', '1.2.3', '12,34', '--3', '1e5']) expect(parseAmount(wrong, '.'), wrong).toBeNull();
    expect(detectDecimalMark(['12,50', '3'])).toBe(',');
    expect(detectDecimalMark(['1,250', '3'])).toBe('.');
    expect(detectDecimalMark(['1.250,00'])).toBe(',');
  });
});

describe('transaction log', () => {
  test('header names in any order, bad rows counted and shown', () => {
    const log = logOf(
      'Order date;Total;Customer ID\n02.01.2024;12,50;ann\n;1;bob\n03.01.2024;x;bob\n04.01.2024;-5;bob\n05.01.2024;0;\n06.01.2024\n15.01.2024;0;bob\n',
    );
    expect(log.customers).toEqual(['ann', 'bob']);
    expect([...(log.amount ?? [])]).toEqual([12.5, 0]);
    expect(log.dateFormat).toBe('day-month-year');
    expect(log.badRows.map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'bad-date'],
      [4, 'bad-amount'],
      [5, 'negative-amount'],
      [6, 'no-customer'],
      [7, 'too-few-columns'],
    ]);
  });

  test('without header: customer, date, amount in order, or as stated by name or position', () => {
    expect(logOf('1,2024-01-02,5\n1,2024-01-03,6').hasHeader).toBe(false);
    expect(logOf('1,2024-01-02,5\n1,2024-01-03,6').customer).toHaveLength(2);
    expect(logOf('who,when,much\n1,2024-01-02,5').customer).toHaveLength(1);
    expect([...(logOf('5,1,2024-01-02', { columns: { customer: 2, date: 3, amount: 1 } }).amount ?? [])]).toEqual([5]);
    expect(logOf('v,k,d\n5,1,2024-01-02', { columns: { customer: 'k', date: 'd' } }).amount).toBeNull();
  });

  test('refuses with a code what it cannot read', () => {
    expect(readTransactionLog('')).toMatchObject({ code: 'empty' });
    expect(readTransactionLog('a,03/04/2024,1\nb,05/06/2024,1')).toMatchObject({ code: 'ambiguous-dates' });
    expect(readTransactionLog('a,b,c')).toMatchObject({ code: 'no-usable-rows' });
    expect(readTransactionLog('a,2024-01-02', { columns: { customer: 'name', date: 2 } })).toMatchObject({
      code: 'missing-column',
      detail: 'name',
    });
  });
});

describe('summaries', () => {
  const log = logOf(
    'a,2024-01-01,10\na,2024-01-15,20\na,2024-01-15,5\na,2024-02-05,40\nb,2024-01-08,7\nc,2024-02-01,9\n',
  );

  test('same-day orders merged, clock from the first order, calibration and hold-out apart', () => {
    const summary = summariseCustomers(log, { until: dayNumber(2024, 2, 12), calibrationEnd: dayNumber(2024, 1, 29) });
    expect(summary.customers).toEqual(['a', 'b']);
    expect(summary.notYetCustomers).toBe(1);
    expect([...summary.x]).toEqual([1, 0]);
    expect([...summary.tx]).toEqual([2, 0]);
    expect([...summary.T]).toEqual([4, 3]);
    expect([...summary.zbar]).toEqual([25, 0]);
    expect([...(summary.holdout?.x ?? [])]).toEqual([1, 0]);
    expect([...(summary.holdout?.value ?? [])]).toEqual([40, 0]);
    expect(summary.holdout?.duration).toBe(2);
    expect(() => summariseCustomers(log, { until: 0, calibrationEnd: 1 })).toThrow(RangeError);
  });

  test('does not depend on the order of the rows', () => {
    const lines = ['a,2024-01-01,10', 'b,2024-01-08,7', 'a,2024-01-15,20', 'a,2024-02-05,40', 'b,2024-03-01,3'];
    const expected = summariseCustomers(logOf(lines.join('\n')), { unit: 'day' });
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const got = summariseCustomers(logOf(shuffled.join('\n')), { unit: 'day' });
        for (const name of ['a', 'b']) {
          const [here, there] = [got.customers.indexOf(name), expected.customers.indexOf(name)];
          for (const column of ['x', 'tx', 'T', 'zbar'] as const)
            expect(got[column][here]).toBe(expected[column][there]);
        }
      }),
    );
  });

  test('opportunities are whole units after the first order', () => {
    const summary = summariseOpportunities(log, { unit: 'week', until: dayNumber(2024, 2, 9) });
    expect([...summary.n]).toEqual([5, 4, 1]);
    expect([...summary.x]).toEqual([2, 0, 0]);
    expect([...summary.tx]).toEqual([5, 0, 0]);
  });

  test('renewals are judged once their grace is over, and a gap is a loss', () => {
    const payments = logOf(
      'a,2024-01-01,1\na,2024-02-01,1\na,2024-03-02,1\nb,2024-01-01,1\nb,2024-03-01,1\nc,2024-03-01,1\n',
    );
    expect(summariseRenewals(payments, { unit: 'month', until: dayNumber(2024, 3, 20) })).toEqual([[1], [2, 1, 1]]);
  });
});
