/** What can wait for somebody, in the order in which the desk shows it. A new kind is one entry here and its words. */
export const workKinds = [
  'drafts-to-review',
  'drafts-to-publish',
  'imports-failed',
  'matters-owed',
  'matters-to-review',
  'reports-returned',
  'reports-to-file',
  'reports-to-review',
  'recoveries-to-confirm',
  'jobs-dead',
] as const
export type WorkKind = (typeof workKinds)[number]
