/** Everything that this game has stored on the device. */
export const device = {
  title: 'Your data on this device',
  lead: 'Everything is kept in this browser, and nothing is sent anywhere. Here you can take it along, bring it back, or delete it.',
  keptTitle: 'What is kept',
  games: 'Games, with decisions, predictions and reasons',
  classes: 'Classes you teach, with the secrets of their keys',
  preferences: 'Preferences: colours, and that the guide was seen',
  offline: 'A copy of the game itself, where the browser keeps one for use without a network',
  size: 'In all about {size}',
  lasts: 'This browser has promised not to clear it by itself.',
  mayGo: 'This browser may clear it when the device runs short of room. Save a file of what matters to you.',
  saveTitle: 'Take everything along',
  saveText:
    'One file with all games, classes and preferences. It holds what you wrote and, where you teach, the keys of your classes: keep it to yourself.',
  save: 'Save everything to a file',
  bringTitle: 'Bring it back',
  bringText: 'Adds what is in such a file and not on this device. Nothing that is here is changed.',
  bringLabel: 'File to bring back',
  brought:
    '{games, plural, =0 {No game was} one {One game was} other {# games were}} added, {classes, plural, =0 {no class} one {one class} other {# classes}}; {known, plural, =0 {nothing} one {one thing} other {# things}} was here already.',
  refused:
    '{count, plural, one {One game in the file could not be read and was left out.} other {# games in the file could not be read and were left out.}}',
  deleteTitle: 'Delete my data',
  deleteText: 'Deletes everything listed above, also for other tabs of this browser.',
  delete: 'Delete my data',
  askTitle: 'Delete everything for good?',
  askText:
    '{games, plural, =0 {No games} one {One game} other {# games}}, {classes, plural, =0 {no classes} one {one class} other {# classes}}, your preferences and the copy for use without a network are deleted from this browser. Only a file you saved can bring them back.',
  yes: 'Delete everything',
  no: 'Keep everything',
  erased: 'Everything was deleted. What you play from now on is kept anew.',
  leftOver:
    'Not everything could be deleted: another tab may still be using it. Close the other tabs of this game and delete again.',
  home: 'Go to the home page',
} as const;
