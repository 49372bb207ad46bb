/** The offer of a new version of the app. */
export const update = {
  label: 'New version',
  title: 'A new version of Clientele is ready',
  sameModel: 'It is on this device already. Your games go on as they are; the page loads anew.',
  otherModel:
    '{games, plural, =0 {Its model of the customers is another one. No game on this device depends on the present model.} one {Its model of the customers is another one. One game on this device was played on the present model, and can be opened only in the present version.} other {Its model of the customers is another one. # games on this device were played on the present model, and can be opened only in the present version.}}',
  unfinished:
    '{games, plural, one {One of them is not finished: finish it first. The present version stays until you switch.} other {# of them are not finished: finish them first. The present version stays until you switch.}}',
  take: 'Load the new version',
  switch: 'Switch to the new version',
  later: 'Not now',
  sure: 'After the switch, the games of the present model stay in your list. They can be exported and deleted, but not opened.',
  sureYes: 'Switch all the same',
  sureNo: 'Stay with the present version',
  exportOpen: 'Export the open game',
} as const;
