import type { tryForm, tuneCheck } from '#contract/form.ts'
import type { Form } from '#contract/form-fields.ts'
import type { Answer } from '#contract/route.ts'
import type { Environment } from '#core/expression/check/step.ts'
import { compile } from '#core/expression/compile.ts'
import { type Period, previousPeriod } from '#core/period/period.ts'
import { type CellsAt, environmentOf } from '#core/report/cells.ts'
import { checkHits } from '#core/report/checks.ts'
import { rowsOf } from '#core/report/form.ts'
import { namesElsewhere } from '#core/report/elsewhere.ts'
import { hitsOf, tunedThresholds } from '#core/report/threshold.ts'
import type { Subject } from '#core/indicator/figure.ts'
import type { Seen } from '#server/indicator/figure-scope.ts'
import type { ReadDb } from '#server/db/db.ts'
import { askedOf } from './asked.ts'
import { formsIn, type StoredForm } from './form-store.ts'
import { cellsOfReport, groundsBy, type ReportGround } from './ground.ts'

const examplesShown = 5

interface Trial {
  readonly form: Form
  readonly forms: readonly StoredForm[]
  readonly period: Period
}

/** What was told in a past period, seen through a form that need not be stored. */
interface PastReport {
  readonly subject: Subject
  readonly title: string
  readonly ground: ReportGround
  readonly at: CellsAt
}

async function pastReports(
  db: ReadDb,
  region: string,
  { form, forms, period }: Trial,
): Promise<readonly PastReport[]> {
  const { reporter } = form
  const asked = await askedOf(db, { region, reporter, period, organisations: [] })
  const subjects = asked.map(({ subject }) => subject)
  const grounds = await groundsBy(db, region, { form, forms, period, subjects, ownToo: true })
  return asked.flatMap(({ subject, title }) => {
    const ground = grounds(subject)
    const own = ground.archive.get(period)
    if (!own) return []
    const row = { state: 'submitted', period, cells: Object.fromEntries(own), listed: [] } as const
    return [{ subject, title, ground, at: cellsOfReport(row, ground) }]
  })
}

/** What the checks of a form would have found in a past period, and whose reports that shows; nothing is stored. */
export async function trialOf(
  db: ReadDb,
  region: string,
  trial: Trial,
): Promise<Omit<Answer<typeof tryForm>, 'problems'> & { readonly seen: readonly Seen[] }> {
  const past = await pastReports(db, region, trial)
  const hits = past.flatMap(({ subject, title, ground, at }) =>
    checkHits(ground.compiled, at).map((hit) => ({ subject, subjectName: title, ...hit })),
  )
  const [first] = past
  const shown = [...hits, ...(first ? [first] : [])]
  return {
    seen: shown.map(({ subject }) => ({
      subject,
      indicator: trial.form.code,
      period: trial.period,
    })),
    looked: past.length,
    checks: [...Map.groupBy(hits, ({ check }) => check)].map(([check, own]) => ({
      check,
      hits: own.length,
      examples: own.slice(0, examplesShown).map(({ subjectName, words, cells }) => ({
        subjectName,
        words,
        cells,
      })),
    })),
    ...(first && {
      sample: {
        subjectName: first.title,
        cells: Object.fromEntries(first.at.cells),
        locked: [...first.ground.locked.keys()],
      },
    }),
  }
}

/** Numbers for a check as the past proposes them; undefined where the form has no such check, or it cannot be read. */
export async function tuningOf(
  db: ReadDb,
  region: string,
  { check: code, periods, ...trial }: Trial & { readonly check: string; readonly periods: number },
): Promise<Answer<typeof tuneCheck> | undefined> {
  const { form, forms, period } = trial
  const check = form.checks.find((one) => one.code === code)
  if (!check) return undefined
  const others = formsIn(forms, period).map((one) => one.form)
  const known = [...namesElsewhere(form, others), ...rowsOf(form)]
  const names = new Map(
    known.map(({ name, unit }) => [name, { unit, kind: 'number' as const }] as const),
  )
  const options = { names, kind: 'truth' } as const
  const read = compile(check.holds, options)
  if (!read.ok) return undefined
  const past: Environment[] = []
  for (const each of lastPeriods(period, form, periods)) {
    if (check.notIn.some((ending) => each.endsWith(ending))) continue
    // One after the other: each reads some years of all who report.
    const told = await pastReports(db, region, { ...trial, period: each })
    past.push(...told.map(({ at }) => environmentOf(at)))
  }
  return {
    looked: past.length,
    hits: hitsOf(read.value, past),
    thresholds: tunedThresholds(read.value, options, past).map(({ proposals, ...threshold }) => ({
      ...threshold,
      proposals: [...proposals],
    })),
  }
}

function lastPeriods(
  last: Period,
  { frequency }: Pick<Form, 'frequency'>,
  count: number,
): readonly Period[] {
  const periods = [last]
  while (periods.length < count) periods.push(previousPeriod(periods.at(-1) ?? last, frequency))
  return periods
}
