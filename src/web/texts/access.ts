export const accessTexts = {
  refusedTitle: 'Not allowed',
  why: 'Why',
  whomToAsk: 'Whom to ask',
  askAdministrator:
    'An administrator of your company portal. Quote the decision below; it shows them exactly what was refused.',
  code: 'Reason code',
  decision: 'Decision',
  notFoundTitle: 'Not found',
  notFoundText: 'This does not exist, or it is not visible to you.',
  back: 'Go back',
  home: 'Go to your home page',
  changes: 'Changes',
  changedTo: 'became',
} as const;
