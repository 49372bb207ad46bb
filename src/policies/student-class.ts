import { climberByRevenue, climberByValue } from './climber.ts';
import type { Policy } from './policy.ts';
import { student } from './student.ts';

/** A class of students: they begin alike, and learn at different speeds. */
export const STUDENTS: readonly Policy[] = [
  student({
    name: 'student-stubborn',
    summary: 'Sells, and hardly looks at the reports.',
    learning: 0.05,
    overreaction: 0,
    buysProfit: null,
    buysLifetimeValue: null,
  }),
  student({
    name: 'student-slow',
    summary: 'Comes round to service and retention, a little every quarter.',
    learning: 0.15,
    overreaction: 0.2,
    buysProfit: 4,
    buysLifetimeValue: null,
  }),
  student({
    name: 'student-steady',
    summary: 'Learns something every quarter and buys better figures on the way.',
    learning: 0.3,
    overreaction: 0.1,
    buysProfit: 1,
    buysLifetimeValue: 3,
  }),
  student({
    name: 'student-quick',
    summary: 'Sees within two quarters what matters.',
    learning: 0.65,
    overreaction: 0,
    buysProfit: null,
    buysLifetimeValue: 1,
  }),
  student({
    name: 'student-loyal-to-revenue',
    summary: 'Learns fast, but never doubts that revenue shows who is best.',
    learning: 0.5,
    overreaction: 0.1,
    buysProfit: null,
    buysLifetimeValue: null,
  }),
  student({
    name: 'student-jumpy',
    summary: 'Learns, and throws it over when a figure falls.',
    learning: 0.3,
    overreaction: 1,
    buysProfit: 2,
    buysLifetimeValue: null,
  }),
  student({
    name: 'student-panicky',
    summary: 'Chases whatever fell last quarter.',
    learning: 0.1,
    overreaction: 2,
    buysProfit: null,
    buysLifetimeValue: null,
  }),
  climberByRevenue,
  climberByValue,
];
