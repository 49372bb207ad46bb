import { revealTraits } from '../engine/index.ts';
import { moneyByCustomer } from './care-received.ts';
import { firstDayOf } from './customer-calendar.ts';
import { column, customerNumber, quarterNumber, type TableToExport } from './customer-export-tables.ts';
import { type FinishedGame, playedRounds } from './finished-game.ts';
import type { RevealedTable } from './protocol.ts';

/** The tables that tell what was hidden. */
export const REVEALED_TABLES: Readonly<Record<RevealedTable, true>> = { latents: true, latent_panel: true };

/** Tables of what customers truly were: only of a finished game. Keys as in the other tables, so that they can be joined. */
export function latentTables(game: FinishedGame, currency: string): readonly TableToExport[] {
  return [latents(game, currency), latentPanel(game, currency)];
}

/** One row a customer: what they were born with, and how it ended. */
function latents(game: FinishedGame, currency: string): TableToExport {
  const truth = game.truth.quarters;
  const end = truth[truth.length - 1];
  return {
    name: 'latents',
    columns: [
      column('customer_id', 'text'),
      column('true_class', 'text'),
      column('true_purchase_rate', 'number', 'orders a quarter'),
      column('true_dropout_rate', 'number', 'a quarter'),
      column('true_order_value', 'money', currency),
      column('true_margin', 'number', '0 to 1'),
      column('true_contact_rate', 'number', 'contacts a quarter'),
      column('true_responsiveness', 'number', '1 is ordinary'),
      column('alive', 'flag'),
      column('left_in_quarter', 'integer'),
      column('true_value', 'money', currency),
      column('care_received', 'money', currency),
      column('cost_to_win', 'money', currency),
    ],
    expectedRows: end.count,
    *rows() {
      const traits = revealTraits(game.firm);
      const { quarters, reports } = playedRounds(game);
      const { care, costToWin } = moneyByCustomer(quarters, reports);
      const classes = game.firm.scenario.classes.map(({ name }) => name);
      for (let row = 0; row < end.count; row++) {
        const alive = end.trueAlive[row] === 1;
        // Who had left when the player came has no quarter here.
        const left = alive ? -1 : truth.findIndex(({ count, trueAlive }) => row < count && trueAlive[row] === 0);
        yield [
          customerNumber(row),
          classes[end.trueClass[row]],
          traits.truePurchaseRate[row],
          traits.trueDropoutRate[row],
          Math.round(traits.trueOrderValue[row]),
          traits.trueMargin[row],
          traits.trueContactRate[row],
          traits.trueResponsiveness[row],
          Number(alive),
          left > 0 ? quarterNumber(truth[left].round) : null,
          end.trueValue[row],
          Math.round(care[row]),
          Math.round(costToWin[row]),
        ];
      }
    },
  };
}

/** One row a customer and quarter: at the start of the game (quarter −1) and after each quarter played. */
function latentPanel({ truth }: FinishedGame, currency: string): TableToExport {
  return {
    name: 'latent_panel',
    columns: [
      column('customer_id', 'text'),
      column('quarter', 'integer'),
      column('quarter_start', 'date'),
      column('alive_after', 'flag'),
      column('true_satisfaction_after', 'number', '0 to 1'),
      column('true_wallet_share_after', 'number', '0 to about 1.1'),
      column('true_value_after', 'money', currency),
    ],
    expectedRows: truth.quarters.reduce((sum, { count }) => sum + count, 0),
    *rows() {
      for (const { round, count, trueAlive, trueSatisfaction, trueWalletShare, trueValue } of truth.quarters) {
        for (let row = 0; row < count; row++) {
          yield [
            customerNumber(row),
            quarterNumber(round),
            firstDayOf(round),
            trueAlive[row],
            trueSatisfaction[row],
            trueWalletShare[row],
            trueValue[row],
          ];
        }
      }
    },
  };
}
