/** Words for every code of what comes into a classroom from outside, and for the settings of a class. */
export const classroomProblems = {
  'code/none': 'There is no class code in this text. A code begins with CL and goes on in capitals and digits.',
  'code/other-kind':
    '{text, select, join {This is a code to join a class, not what is asked for here.} hand-in {This is a hand-in, not what is asked for here.} keys {This is a catch-up code with keys, not what is asked for here.} other {This is another kind of code.}}',
  'code/newer':
    'This code was made by a newer version of Clientele. Reload the page to get that version, then try again.',
  'code/cut-off': 'The end of the code is missing: {value} of {limit} symbols are there. Copy all of it.',
  'code/damaged':
    'The code is damaged: a symbol was changed, lost or put in the wrong place. Copy it again from where it came.',
  'code/damaged-line':
    'The code is damaged near line {line}. Compare that line with the original, or copy the code again.',
  'code/too-long': 'This text is too long to hold a code.',
  'class/not-settings': 'This is not a class. Choose the file that was saved when the class was set up.',
  'class/newer-format': 'This class was set up with a newer version of Clientele. Reload the page to get that version.',
  'class/damaged': 'The settings of the class are damaged. Open the link or the file again from where it came.',
  'class/older-engine':
    'This class was set up with an older version of the game (model {text}), so its figures would not agree with those here. Whoever teaches the class must set it up again with this version.',
  'class/newer-engine':
    'This class was set up with a newer version of the game (model {text}). Reload the page to get it, then open the link again.',
  'class/unknown-scenario':
    'This version of the game does not have the firm of this class ({text}). Reload the page, or ask whoever teaches the class.',
  'class/other-scenario':
    'The firm of this class ({text}) is not the same in this version of the game. Whoever teaches the class must set it up again.',
  'class/not-an-instructor-file':
    'This file holds the settings of a class, but not the secret of its keys. Choose the file that you saved when you set the class up.',
  'key/length': 'A key has {limit} symbols; {value, plural, =0 {there are none} one {here is one} other {here are #}}.',
  'key/symbol': 'No key has the symbol {text}. Keys are made of capitals and digits.',
  'key/mistyped': 'That is not quite right: a symbol is wrong, or two have changed places. Compare it once more.',
  'key/wrong': 'This is a key, but not the one for this quarter of this class.',
  'key/none-wanted': 'No key is needed here.',
  'hand-in/not-a-hand-in': 'This is not a hand-in.',
  'hand-in/newer-format': 'This hand-in was made by a newer version of Clientele. Reload the page to get that version.',
  'hand-in/damaged': 'The hand-in is damaged, at “{where}”.',
  'hand-in/too-large': 'This is too large to be a hand-in.',
} as const;

/** What the rules of a class mean for those who play in it. */
export const classRules = {
  firm: 'Firm',
  rounds: 'Length',
  roundsText: '{rounds} quarters, {level, select, full {full game} other {essentials}}',
  players: 'Players',
  'players.persons': 'Everyone plays their own firm',
  'players.teams': 'One firm a team',
  pace: 'Pace',
  paceOwn: 'At your own pace',
  paceKeys: 'Together: each quarter opens with a key that your instructor gives',
  help: 'Help',
  'help.hints': 'hints beside the desk',
  'help.why': '“Why?” on results',
  'help.rewind': 'going back and trying again',
  'help.customerRecords': 'customer records',
  helpNone: 'None besides the briefing and the glossary',
  prompts: 'You are asked for',
  'prompt.predictions.invited': 'what you expect of each quarter, if you like',
  'prompt.predictions.required': 'what you expect of each quarter, before you play it',
  'prompt.reasons.invited': 'one line why, if you like',
  'prompt.reasons.required': 'one line why, with each decision',
  'prompt.reflections': '{count, plural, one {a question} other {# questions}} at the end, to answer by choice',
  promptsNone: 'Nothing but your decisions',
  standings: 'Standings',
  'standings.hidden': 'Are not shown to the class',
  'standings.own-place': 'Are shown without names: you know your own place by your result',
  'standings.aliases': 'Are shown with the names that players chose',
  debrief: 'The truth about your customers',
  'debrief.at-the-end': 'Is shown when you have played the last quarter',
  'debrief.after-hand-in': 'Is shown when you have handed in',
  'debrief.with-key': 'Opens with a key, when the whole class has played',
  rulesOf: 'The rules of this class',
} as const;

/** Joining a class. */
export const join = {
  title: 'Join a class',
  lead: 'Paste the link or the code that your instructor gave you.',
  codeLabel: 'Link or code',
  codeHelp: 'Spaces, line breaks and small letters make no difference.',
  look: 'Look at the class',
  problemTitle: 'This does not lead to a class',
  classTitle: 'You are invited to “{title}”',
  aliasLabelPersons: 'What do you want to be called?',
  aliasLabelTeams: 'What is your team called?',
  aliasHelp:
    'Shown with your result instead of your name; no need to give your real one. At most {longest} characters.',
  aliasMissing: 'Give a name to be called by; any will do.',
  join: 'Join and read the briefing',
  joining: 'Opening …',
  privacy:
    'Nothing leaves this device until you hand in, and then only the file or code that you give your instructor yourself.',
  keptGames: 'Your other games stay as they are.',
  already: 'You have joined this class already',
  alreadyNote:
    '{count, plural, one {There is a game of it} other {There are # games of it}} on this device. Go on with it, or join again as someone else.',
  continueAs: 'Go on as {alias}, quarter {quarter} of {quarters}',
  seeAs: 'See the game of {alias}, all {quarters} quarters played',
  otherCode: 'Use another code',
} as const;

/** The key of a quarter, at the desk. */
export const roundKey = {
  title: 'The key of quarter {quarter}',
  note: 'Your instructor gives it when the quarter begins. You can decide before it comes.',
  label: 'Key',
  help: 'Nine capitals and digits; small letters and dashes make no difference. If you missed a quarter, paste the catch-up code here instead.',
  enter: 'Use the key',
  taken: 'The key of quarter {quarter} is in.',
  tooFew: 'This code holds the keys up to quarter {upTo}. Ask for the one of quarter {quarter}.',
  due: 'Enter the key of this quarter first.',
} as const;
