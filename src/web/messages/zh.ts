import { desk } from './zh-desk.ts'
import { enterprise } from './zh-enterprise.ts'
import { exchange } from './zh-exchange.ts'
import { expression } from './zh-expression.ts'
import { figureImport } from './zh-figure-import.ts'
import { frame } from './zh-frame.ts'
import { identity } from './zh-identity.ts'
import { operation } from './zh-operation.ts'
import { organisation } from './zh-organisation.ts'
import { plan } from './zh-plan.ts'
import { project } from './zh-project.ts'
import { review } from './zh-review.ts'
import { analysis } from './zh-analysis.ts'
import { indicator } from './zh-indicator.ts'
import { collection } from './zh-collection.ts'
import { report } from './zh-report.ts'
import { matter } from './zh-matter.ts'
import { matterRule } from './zh-matter-rule.ts'
import { meeting } from './zh-meeting.ts'
import { standing } from './zh-standing.ts'
import { warning } from './zh-warning.ts'
import { watching } from './zh-watching.ts'

/** All words of the screen in Chinese; other languages have the same keys. */
export const zh = {
  ...frame,
  ...desk,
  ...identity,
  ...operation,
  ...organisation,
  ...enterprise,
  ...exchange,
  ...expression,
  ...figureImport,
  ...review,
  ...plan,
  ...project,
  ...watching,
  ...standing,
  ...warning,
  ...matter,
  ...matterRule,
  ...meeting,
  ...report,
  ...collection,
  ...indicator,
  ...analysis,
} as const

/** The keys of the Chinese words, with any text. */
export type Messages = Worded<typeof zh>

/** The same shape with any words; one part of the messages or all of them. */
export type Worded<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string ? string : Worded<Part[Key]>
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'zh-CN' | 'en'
    Messages: Messages
  }
}
