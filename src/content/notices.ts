/** Words for every notice code: what happened, and what to do about it. */
export const noticeTexts = {
  'storage/unavailable': {
    title: 'This browser does not keep games',
    text: 'You can play, but the game is gone when you close this tab. The usual reason is a private window, or another page that shows this one inside it: open the game in an ordinary window of its own, or export it before you leave.',
  },
  'storage/full': {
    title: 'No room left to save',
    text: 'The browser’s storage is full. Your game goes on, but is not saved: export it, or delete an old game on the home page.',
  },
  'storage/changed-elsewhere': {
    title: 'This game has moved on in another tab',
    text: 'Nothing was overwritten. Load the newer state here, or close this tab and go on in the other.',
  },
  'storage/gone': {
    title: 'This game is no longer on this device',
    text: 'It was deleted in another tab, or the browser has cleared its storage. This tab still has all of it: put it back, or leave it.',
  },
  'storage/failed': {
    title: 'Saving did not work',
    text: 'Your game goes on, but the last change may not be kept. Export the game to be safe, then reload the page.',
  },
  'save/damaged': {
    title: 'A saved game is damaged',
    text: 'It cannot be read. You can export it as it is, to look into it, or delete it. Other games are not affected.',
  },
  'save/newer-format': {
    title: 'A game from a newer version',
    text: 'It was saved by a newer version of Clientele and was left untouched. Take the new version when this page offers it, or reload the page.',
  },
  'save/other-engine-version': {
    title: 'A game from another version of the model',
    text: 'The model has changed since, so the same decisions would give other figures. You can read, export or delete this game, and start a new one.',
  },
  'save/newer-engine-version': {
    title: 'A game from a newer version of the model',
    text: 'It was played with a newer version of Clientele and was left untouched. Reload the page to get that version; until then you can read or export it.',
  },
  'save/unknown-scenario': {
    title: 'A game on a scenario not found here',
    text: 'This version does not have the scenario it was played on. You can read, export or delete it.',
  },
  'save/does-not-replay': {
    title: 'A game that does not come out the same',
    text: 'Replaying its decisions gives other figures than were saved, so something in it was changed. You can read, export or delete it.',
  },
  'save/not-found': {
    title: 'This game is not on this device',
    text: 'It may have been deleted, or it was played in another browser. If you have its file, open it from the home page under “More options”.',
  },
  'file/not-a-run-log': {
    title: 'This file is not a game',
    text: 'Choose a file that was exported from Clientele; its name ends in .clientele.json.',
  },
  'file/not-a-device': {
    title: 'This file does not hold everything of a device',
    text: 'Choose a file that was saved on this page; its name ends in .clientele-device.json. A single game is opened on the home page.',
  },
  'worker/failed': {
    title: 'The calculation stopped',
    text: 'Nothing was lost: your decision is as you left it. Play the quarter again; if it happens again, reload the page.',
  },
  'worker/restarted': {
    title: 'The calculation was started again',
    text: 'It had stopped, so your game was replayed from its decisions. Every figure is as it was; nothing was lost.',
  },
  'page/fault': {
    title: 'Something went wrong in this page',
    text: 'What was saved is safe. If something does not answer any more, reload the page. The report helps whoever maintains the game; it holds nothing personal.',
  },
} as const;
