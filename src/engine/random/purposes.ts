/**
 * What a random draw is for: part of its address, so that no two uses ever share a word. Numbers are never reused; a
 * purpose that goes out of use keeps its number. 0 to 31.
 */
export const PURPOSE = {
  purchaseRate: 0,
  dropoutRate: 1,
  orderValue: 2,
  margin: 3,
  contactRate: 4,
  responsiveness: 5,
  lifetime: 6,
  startingAge: 7,
  priorOrders: 8,
  priorContacts: 9,
  classOfNewcomer: 10,
  orders: 11,
  orderTime: 12,
  spending: 13,
  contacts: 14,
  firstOrder: 15,
  survey: 16,
  customersSaved: 17,
  insightSample: 18,
  walletSurvey: 19,
  responsivenessLearned: 20,
  orderTimes: 21,
  orderShares: 22,
} as const;
