/** What can be found, in the order in which the screen shows it. A new kind is one entry here and its words. */
export const searchKinds = [
  'plan',
  'target',
  'indicator',
  'task',
  'matter',
  'project',
  'key-project',
  'enterprise',
  'organisation',
  'park',
  'document',
] as const
export type SearchKind = (typeof searchKinds)[number]
