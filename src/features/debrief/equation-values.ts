import type { Formats } from '../../ui/format.ts';
import type { Parameter } from '../../worker/report/glass-box.ts';

/**
 * The numbers of the scenario played as an equation writes them, by where they stand (`service_floor`): money as money, everything else to four
 * decimals and as it is, so that a share is 0.45 and not 45 %.
 */
export function equationValues(parameters: readonly Parameter[], formats: Formats): Readonly<Record<string, string>> {
  const plain = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 4 });
  return Object.fromEntries(
    parameters.map(({ path, value, unit }) => [
      path.replaceAll('.', '_'),
      unit === 'money' ? (value % 100 === 0 ? formats.money(value) : formats.moneyExact(value)) : plain.format(value),
    ]),
  );
}
