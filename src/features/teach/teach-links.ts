/** Where the instructor's screens lead to each other: places of the address, given by the app. */
export type TeachPlace =
  | 'start'
  | 'set-up'
  | 'class'
  | 'keys'
  | 'collect'
  | 'standings'
  | 'debrief'
  | 'grades'
  | 'note';

export type TeachLinks = {
  readonly here: TeachPlace;
  readonly hrefOf: (place: TeachPlace) => string;
  readonly goTo: (place: TeachPlace) => void;
};
