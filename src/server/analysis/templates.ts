import { AnalysisTemplate } from '#contract/analysis-template.ts'
import type { AnalysisTemplate as Template, TemplateCode } from '#core/analysis/template.ts'
import { type Period, periodKind } from '#core/period/period.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { readFile } from 'node:fs/promises'

const shipped = new Map<TemplateCode, Promise<Template>>()

/** As it comes with the program. */
export function shippedTemplate(code: TemplateCode): Promise<Template> {
  const file = new URL(`../../../data/analysis/${code}.json`, import.meta.url)
  const template =
    shipped.get(code) ??
    readFile(file, 'utf8').then((text) => AnalysisTemplate.parse(JSON.parse(text)))
  shipped.set(code, template)
  return template
}

export function templateCodeOf(period: Period): TemplateCode {
  const kind = periodKind(period)
  if (kind === 'year') return 'year'
  return kind === 'quarter' || kind === 'half' ? 'quarter' : 'month'
}

/** The template of a region for a month, a quarter or a year, as it was used at a moment. */
export async function templateFor(
  db: ReadDb,
  { region, period, asOf }: { region: string; period: Period; asOf?: string },
): Promise<Template> {
  const code = templateCodeOf(period)
  const versions = await templateVersions(db, region)
  const own = versions.find((row) => row.code === code && (asOf === undefined || row.at <= asOf))
  return own?.template ?? shippedTemplate(code)
}

/** A region's own versions of all templates, latest first. */
export function templateVersions(db: ReadDb, region: string): Promise<Row<'analysisTemplate'>[]> {
  return db
    .selectFrom('analysisTemplate')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('version', 'desc')
    .execute()
}

export async function insertTemplate(db: Db, row: Row<'analysisTemplate'>): Promise<void> {
  await db.insertInto('analysisTemplate').values(row).execute()
}
