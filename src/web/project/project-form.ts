import type { ProjectContent, ProjectView } from '#contract/project.ts'
import { isPeriod } from '#core/period/period.ts'

/** What the form holds: empty fields are undefined or empty texts. */
export interface ProjectFields {
  readonly code?: string
  readonly name: string
  readonly stage: ProjectContent['stage']
  readonly unit?: ProjectContent['unit']
  readonly place?: ProjectContent['place']
  readonly content?: string
  readonly total: string
  readonly land?: string
  readonly from?: string
  readonly to?: string
  readonly yearPlans?: readonly { readonly year?: number; readonly amount?: string }[]
}

export function fieldsOf(one: ProjectView | undefined): Partial<ProjectFields> {
  if (!one) return { stage: 'reserve', yearPlans: [] }
  return one.content
}

/** What is sent; links and the builder stay as they were. */
export function contentOf(fields: ProjectFields, before: ProjectView | undefined): ProjectContent {
  const { code = '', content = '', land = '', from = '', to = '', yearPlans = [] } = fields
  const { unit, place } = fields
  const enterprise = before?.content.enterprise
  return {
    name: fields.name.trim(),
    stage: fields.stage,
    content: content.trim(),
    total: plain(fields.total),
    yearPlans: yearPlans.flatMap(({ year, amount }) =>
      year !== undefined && amount ? [{ year, amount: plain(amount) }] : [],
    ),
    links: before?.content.links ?? [],
    ...(code.trim() !== '' && { code: code.trim() }),
    ...(unit !== undefined && { unit }),
    ...(place !== undefined && { place }),
    ...(enterprise !== undefined && { enterprise }),
    ...(land.trim() !== '' && { land: plain(land) }),
    ...(isPeriod(from) && { from }),
    ...(isPeriod(to) && { to }),
  }
}

/** Thousands may be parted. */
function plain(amount: string): string {
  return amount.replaceAll(/[,，\s]/gu, '')
}

export function isAmount(text: string): boolean {
  return /^\d{1,12}(?:\.\d{1,6})?$/u.test(plain(text))
}
