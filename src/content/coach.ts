/** The first quarter's guide: at most five steps, each can be skipped. */
export const coach = {
  label: 'First steps',
  step: 'Step {step} of {steps}',
  next: 'Next',
  done: 'Done',
  skip: 'Skip the guide',
  show: 'Show me',
  'budget.title': 'One budget for everything',
  'budget.text':
    'The bar at the bottom shows what is left to spend. Nothing can be overspent; what you leave stays as cash.',
  'levers.title': 'How much, and for whom',
  'levers.text':
    'Each lever has an amount and a slider from the same for every head to all on the best. Watch what each customer gets on the right.',
  'customers.title': 'Look at who they are',
  'customers.text':
    'Compare what a Platinum and a Bronze customer are worth with what you plan for each of them. In “Cell by cell”, the small curve beside each amount shows what it has brought so far.',
  'insight.title': 'Decide how well you want to know them',
  'insight.text':
    'Insight decides who is in which tier next quarter. It costs, and it works only for the quarter after.',
  'expect.title': 'Say what you expect, then play',
  'expect.text':
    'A guess takes ten seconds and makes the results worth twice as much. Afterwards, “Why?” beside a figure shows which of your choices did it.',
} as const;
