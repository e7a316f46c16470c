import type { Person, Region } from '#contract/session.ts'
import type { UserId } from '#core/id.ts'
import type { Identity } from '#server/http/context.ts'
import path from 'node:path'

/** The invented district of the demonstration. Its code is of the form of the standard and not in it. */
export const demonstrationRegion: Region = { code: '999901', name: '青澜区', simulated: true }

const demonstrationUser: Person = {
  id: '00000000-0000-7000-8000-000000000001' as UserId,
  name: '演示用户',
}

/** Who works with a demonstration: one user of the invented district who may do everything. */
export const demonstrationIdentity: Identity = {
  user: demonstrationUser,
  region: demonstrationRegion,
  actions: new Set([
    'read',
    'import',
    'review',
    'publish',
    'operate',
    'see-organisations',
    'manage-organisations',
    'see-enterprises',
    'manage-enterprises',
    'see-projects',
    'manage-projects',
    'define-indicators',
    'record-figures',
    'judge',
    'account-for',
    'see-reports',
    'fill-reports',
    'review-reports',
    'open-rounds',
    'define-forms',
    'supervise',
    'handle-matters',
  ]),
  scopeOf: () => ({ kind: 'region' }),
  organisations: new Set(),
  mayIn: () => true,
  regions: [demonstrationRegion],
  mustChangePassword: false,
  hasSecondFactor: false,
  awaitsConfirmation: false,
}

const data = path.join(import.meta.dirname, '..', '..', '..', 'data')

/** The plan of the invented district, and its revision that waits for review. */
export const demonstrationPlans = {
  published: path.join(data, 'demo', 'qinglan-plan.docx'),
  underReview: path.join(data, 'demo', 'qinglan-plan-revised.docx'),
}

/** Figures that real districts published, a file a plan. */
export const publishedTargetsFolder = path.join(data, 'published-targets')
