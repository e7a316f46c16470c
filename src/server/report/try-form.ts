import type { tryForm } from '#contract/form.ts'
import type { Form } from '#contract/form-fields.ts'
import type { Answer } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { checkHits } from '#core/report/checks.ts'
import type { ReadDb } from '#server/db/db.ts'
import { askedOf } from './asked.ts'
import type { StoredForm } from './form-store.ts'
import { cellsOfReport, groundsBy } from './ground.ts'

const examplesShown = 5

/** What the checks of a form would have found in a past period; nothing is stored. */
export async function trialOf(
  db: ReadDb,
  region: string,
  {
    form,
    forms,
    period,
  }: { readonly form: Form; readonly forms: readonly StoredForm[]; readonly period: Period },
): Promise<Omit<Answer<typeof tryForm>, 'problems'>> {
  const { reporter } = form
  const asked = await askedOf(db, { region, reporter, period, organisations: [] })
  const grounds = await groundsBy(db, region, {
    form,
    forms,
    period,
    subjects: asked.map(({ subject }) => subject),
    ownToo: true,
  })
  const found = asked.flatMap(({ subject, title }) => {
    const ground = grounds(subject)
    const own = ground.archive.get(period)
    if (!own) return []
    const row = { state: 'submitted', period, cells: Object.fromEntries(own) } as const
    return [{ title, hits: checkHits(ground.compiled, cellsOfReport(row, ground)) }]
  })
  const hits = found.flatMap(({ title, hits: own }) =>
    own.map((hit) => ({ subjectName: title, ...hit })),
  )
  return {
    looked: found.length,
    checks: [...Map.groupBy(hits, ({ check }) => check)].map(([check, own]) => ({
      check,
      hits: own.length,
      examples: own.slice(0, examplesShown).map(({ subjectName, words, cells }) => ({
        subjectName,
        words,
        cells,
      })),
    })),
  }
}
