import { frameInEnglish } from './en-frame.ts'
import { identityInEnglish } from './en-identity.ts'
import { organisationInEnglish } from './en-organisation.ts'
import { planInEnglish } from './en-plan.ts'
import { reviewInEnglish } from './en-review.ts'
import type { Messages } from './zh.ts'

export const en: Messages = {
  ...frameInEnglish,
  ...identityInEnglish,
  ...organisationInEnglish,
  ...reviewInEnglish,
  ...planInEnglish,
}
