/** The teaching note: what an instructor reads before class. */
export const teachingNote = {
  title: 'Teaching note',
  lead: 'For whoever teaches customer centricity with Clientele, in one session or over a week.',
  print: 'Print it',
  goalsTitle: 'What students take away',
  timingTitle: 'Timing',
  timingLabel: 'Minutes of each part, by length of the session',
  part: 'Part',
  minutes: '{minutes} min',
  week: 'A week online',
  beforeTitle: 'Before class',
  discussTitle: 'Questions to discuss',
  usuallyTitle: 'What the class’s pictures usually show',
  usuallyNote: 'From classes played by rules that imitate beginners. Yours may differ: that is worth a question.',
  mistakesTitle: 'Common mistakes',
  mistakesNote: 'Each is a way to talk about the idea behind it.',
  troubleTitle: 'If something goes wrong',
  readingTitle: 'Further reading',
} as const;

/** What the pictures usually show is held by test/content/teaching-note.test.ts, sentence by sentence. */
export const teachingLists = {
  goals: [
    'Customers differ in value by orders of magnitude, and the differences are lasting.',
    'Customer equity, the sum of what customers will still bring, is most of a firm’s value; a good quarter can destroy it.',
    'Acquisition, retention and service earn different returns in different tiers, and each dollar less than the one before.',
    'What a firm can see (revenue, profit, an estimate of lifetime value) decides whom it treats well; seeing better has a price.',
    'Under pressure, money goes back to “the same for everyone” and to counting heads: the relapse can be measured.',
    'One result is skill and luck together; a plan is judged over many futures.',
  ],
  before: [
    'Set the class up, save its file, and run the pre-flight check on the computer of the room.',
    'Rehearse with the generated class once: collect, standings, debrief, grades.',
    'Play two quarters yourself as a student, from the link.',
    'Decide what counts: taking part, the result, or the reflections. Grades by place reward luck more than grades by index.',
    'Bring the link in two ways: on the projector and in your course page.',
  ],
  discuss: [
    'Whom did you stop advertising to, and what did it feel like?',
    'Which customers looked good by revenue and were not? What gave them away?',
    'When did you last see a firm treat its best customers worse than strangers? Why does that happen?',
    'What would your organisation have to measure to act on this on Monday?',
    'Is it fair to serve customers by their value? Where is the line?',
    'Your bonus depends on this quarter’s cash. What would you have done differently, and what would the firm be worth?',
  ],
  usually: [
    'Results spread widely: the best stand more than ten index points above the last, and a third of the class or more does no better than its own autopilot.',
    'The middle of the class stands near the status quo: above winning as many customers as possible, below sorting customers by profit or by lifetime value.',
    'The paths part late: halfway through the game the middle half of the class is still close together, because customers who stay pay off slowly.',
    'The money for new customers falls over the game; those who end high put less into it, from the first quarter on.',
    'Bronze gets more care than it is worth in most firms, at the cost of Platinum and Gold.',
    'In the first quarter half of the money or more ignores what customers are worth. The relapse index falls, but in the last quarter it is still about two fifths.',
    'Firms that bought the lifetime-value report stand highest, those that bought none lowest; part of that is that those who learn fast buy it.',
    'Generated students guess what customer equity will do: one prediction in five is right by chance alone. See how much better your class does.',
  ],
  mistakes: [
    'Spending the whole budget because it is there.',
    'Everything on the best tier: today’s Bronze holds tomorrow’s Gold.',
    'Judging a tier by its total instead of by the head.',
    'Stopping service for a tier at once: contacts left unanswered cost reputation with everyone.',
    'Buying insight in the last quarter, or dropping it in the middle.',
    'Harvesting: cash looks splendid for two quarters.',
  ],
  trouble: [
    'A student’s device is closed or reloaded: the game is saved on it and goes on where it was.',
    'A private window, or a device that is wiped: nothing is kept. Hand in early, or use another browser.',
    'Someone missed a key: give them the catch-up code from the Keys page.',
    'A hand-in “differs”: something in the file was changed, or it was mistyped. Ask for the file again from the student’s device.',
    '“Other class” means another link was used. Their results are not comparable, but they can still be discussed.',
    'This page was closed: open the class from its file, and drop the hand-ins in again.',
  ],
  reading: [
    'Blattberg, R. C., & Deighton, J. (1996). Manage marketing by the customer equity test. Harvard Business Review, 74(4), 136–144.',
    'Blattberg, R. C., Getz, G., & Thomas, J. S. (2001). Customer equity: Building and managing relationships as valuable assets. Harvard Business School Press.',
    'Fader, P. (2012). Customer centricity: Focus on the right customers for strategic advantage (2nd ed.). Wharton Digital Press.',
    'Fader, P. S., Hardie, B. G. S., & Lee, K. L. (2005). “Counting your customers” the easy way: An alternative to the Pareto/NBD model. Marketing Science, 24(2), 275–284.',
    'Fader, P. S., Hardie, B. G. S., & Lee, K. L. (2005). RFM and CLV: Using iso-value curves for customer base analysis. Journal of Marketing Research, 42(4), 415–430.',
    'Fader, P. S., & Hardie, B. G. S. (2007). How to project customer retention. Journal of Interactive Marketing, 21(1), 76–90.',
    'Fader, P., & Toms, S. E. (2018). The customer centricity playbook: Implement a winning strategy driven by customer lifetime value. Wharton Digital Press.',
    'Gupta, S., Lehmann, D. R., & Stuart, J. A. (2004). Valuing customers. Journal of Marketing Research, 41(1), 7–18.',
    'McCarthy, D. M., & Fader, P. S. (2018). Customer-based corporate valuation for publicly traded noncontractual firms. Journal of Marketing Research, 55(5), 617–635.',
    'Rust, R. T., Lemon, K. N., & Zeithaml, V. A. (2004). Return on marketing: Using customer equity to focus marketing strategy. Journal of Marketing, 68(1), 109–127.',
    'Schmittlein, D. C., Morrison, D. G., & Colombo, R. (1987). Counting your customers: Who are they and what will they do next? Management Science, 33(1), 1–24.',
    'Zeithaml, V. A., Rust, R. T., & Lemon, K. N. (2001). The customer pyramid: Creating and serving profitable customers. California Management Review, 43(4), 118–142.',
  ],
} as const;

/** Minutes of each part for sessions of 45, 75 and 90 minutes, and what it is in a week online. */
export const timing = [
  { part: 'Welcome, link, briefing', minutes: [6, 8, 10], week: 'Day 1: link and briefing, read alone' },
  {
    part: 'Quarters 1 and 2, then talk about the first report',
    minutes: [9, 15, 18],
    week: 'Day 1 and 2: quarters 1 to 4',
  },
  { part: 'The other quarters', minutes: [15, 25, 30], week: 'Day 3 and 4: the other quarters, hand-in' },
  { part: 'Hand in, collect and verify', minutes: [4, 5, 6], week: 'Day 5: collect; class pictures go to the forum' },
  { part: 'Debrief with the class’s pictures', minutes: [9, 18, 22], week: 'Day 6: discussion of two questions' },
  { part: 'What to take home', minutes: [2, 4, 4], week: 'Day 7: one paragraph each' },
] as const;

export const SESSIONS = [45, 75, 90] as const;
