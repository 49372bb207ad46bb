/** Hints on the desk. Each asks first, then shows where to look, and tells only at last. */
export const hints = {
  title: 'A hint?',
  note: 'First a question, then where to look, and what to do only if you ask for it.',
  ask: 'Ask me a question',
  look: 'Where do I look?',
  tell: 'Tell me',
  another: 'Another hint',
  'level.0': 'Think',
  'level.1': 'Look',
  'level.2': 'One way to do it',
  'unspent.0': 'You leave {share} of the budget. What would have to be true for cash to be the best use of it?',
  'unspent.1':
    'Compare the cost of one more new customer of a tier with what such a customer is worth, in “Your customers”.',
  'unspent.2':
    'While one more customer costs less than they are worth, or service is below 0.8 for your better tiers, money there earns more than cash.',
  'insight.0': 'The firm ranks its customers by {level}. Whom might that put on the wrong tier?',
  'insight.1':
    'Look at the tiers’ contribution beside their revenue: who brings much and costs much? Insight that sees it is offered below.',
  'insight.2':
    'Buy a better insight early: it moves money to the right people in every quarter that follows. In the last quarter it comes too late.',
  'unserved.0': 'You give {tier} no service. What will they do, and who will hear of it?',
  'unserved.1':
    'Look at service quality and satisfaction by tier in the results, and at reputation: bad experiences count more than good ones.',
  'unserved.2': 'Keep a floor of service for everyone (a quality of about 0.5 or more), and more for the best.',
  'costly.0': 'One more customer like {tier} cost {marginal} last quarter. What is such a customer worth to you?',
  'costly.1': 'Compare “Cost of one more” in the last results with “Value each” in the table of your customers.',
  'costly.2':
    'The next one costs more than they are worth: move part of this money to a tier where the next one costs less than they bring.',
  'alike.0':
    'A Platinum customer gets {platinum} of retention money, a Bronze one {bronze}. Would you miss both alike?',
  'alike.1':
    'Look at “Value each” by tier, and, in “Cell by cell”, at the curve of what retention money has kept so far.',
  'alike.2':
    'Let retention money per head fall steeply from tier to tier: a few dollars for the best, next to nothing for the last.',
  'neglected.0':
    'The service of your {tier} customers came to a quality of {quality}. Can you keep your best customers with that?',
  'neglected.1': 'Look at which tier asks most, and, in “Cell by cell”, at the curve of what service money has bought.',
  'neglected.2': 'Bring service for the better tiers to about 0.8: the first dollars for each customer do the most.',
  'steady.0': 'Your plan holds no obvious mistake. What would change your mind about it?',
  'steady.1': 'Change one thing only, say what you expect, and look at “Why?” afterwards.',
  'steady.2':
    'Move a tenth of one lever between two tiers this quarter, and compare what it did with what you expected.',
} as const;
