/** The glossary page. */
export const learn = {
  title: 'Glossary',
  lead: 'The words of the field as this game uses them. On every screen, a dotted line under a word opens the same text.',
} as const;
