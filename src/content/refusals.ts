/**
 * Words for every refusal code of the engine: what is wrong and what to do. `{tier}` and `{lever}` come as names, money
 * as text.
 */
export const refusalTexts = {
  'decision/malformed': 'This decision cannot be read. Clear the desk and set the money again.',
  'decision/missing-lever': '{lever} is missing. Set it, even if to zero.',
  'decision/missing-tier': '{lever} for {tier} is missing. Set it, even if to zero.',
  'decision/unknown-field':
    'The decision names something this game does not have. Clear the desk and set the money again.',
  'decision/not-a-number': '{lever} for {tier} is not a number. Type an amount, such as 12,000.',
  'decision/negative': '{lever} for {tier} is below zero. The least is zero.',
  'decision/fraction-of-a-cent': '{lever} for {tier} has a fraction of a cent. Round it to whole cents.',
  'decision/over-budget':
    'You plan {value}, but the budget is {limit}. Take {over} away somewhere, or use “Fit to budget”.',
  'decision/unknown-insight': 'This insight level is not offered. Choose one of the levels shown.',
  'decision/no-rounds-left': 'All quarters are played. Open the debrief.',
  'decision/no-round-key': 'This quarter opens with a key. Type the key that your instructor shows.',
  'run-log/other-engine-version':
    'This game was played with another version of the model ({expected}; this is {got}). It cannot be continued here, but you can export it.',
  'run-log/unknown-scenario': 'This game was played on a scenario that is not part of this version.',
  'run-log/other-scenario':
    'This game was played on another edition of the scenario, so its figures would not come out the same.',
  'run-log/differs': 'Replaying this game gives other figures from quarter {round} on. The file may have been changed.',
  'run-log/too-many-rounds': 'This game holds more quarters than a game can have.',
  'run-log/too-few-rounds': 'This game has fewer quarters than a game must have.',
} as const;
