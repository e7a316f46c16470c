import { deskInEnglish } from './en-desk.ts'
import { enterpriseInEnglish } from './en-enterprise.ts'
import { exchangeInEnglish } from './en-exchange.ts'
import { expressionInEnglish } from './en-expression.ts'
import { figureImportInEnglish } from './en-figure-import.ts'
import { frameInEnglish } from './en-frame.ts'
import { identityInEnglish } from './en-identity.ts'
import { operationInEnglish } from './en-operation.ts'
import { organisationInEnglish } from './en-organisation.ts'
import { planInEnglish } from './en-plan.ts'
import { projectInEnglish } from './en-project.ts'
import { reviewInEnglish } from './en-review.ts'
import { analysisInEnglish } from './en-analysis.ts'
import { indicatorInEnglish } from './en-indicator.ts'
import { collectionInEnglish } from './en-collection.ts'
import { reportInEnglish } from './en-report.ts'
import { matterInEnglish } from './en-matter.ts'
import { matterRuleInEnglish } from './en-matter-rule.ts'
import { meetingInEnglish } from './en-meeting.ts'
import { standingInEnglish } from './en-standing.ts'
import { warningInEnglish } from './en-warning.ts'
import { watchingInEnglish } from './en-watching.ts'
import type { Messages } from './zh.ts'

export const en: Messages = {
  ...frameInEnglish,
  ...deskInEnglish,
  ...identityInEnglish,
  ...operationInEnglish,
  ...organisationInEnglish,
  ...exchangeInEnglish,
  ...expressionInEnglish,
  ...enterpriseInEnglish,
  ...figureImportInEnglish,
  ...reviewInEnglish,
  ...planInEnglish,
  ...projectInEnglish,
  ...watchingInEnglish,
  ...standingInEnglish,
  ...warningInEnglish,
  ...matterInEnglish,
  ...matterRuleInEnglish,
  ...meetingInEnglish,
  ...reportInEnglish,
  ...collectionInEnglish,
  ...indicatorInEnglish,
  ...analysisInEnglish,
}
