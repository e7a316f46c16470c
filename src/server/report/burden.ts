import type { collectionBurden } from '#contract/collection.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { readSubject, subjectKey } from '#core/indicator/figure.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { type Period, monthPeriod } from '#core/period/period.ts'
import { burdenOf, type FormBurden, minutesOf } from '#core/report/burden.ts'
import type { Form } from '#core/report/form.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import { formIn, formsOf, type StoredForm } from './form-store.ts'
import { findReports } from './report-store.ts'
import { roundsOf } from './round-store.ts'
import { sql } from 'kysely'

/** The cap on what may be asked of a reporter in a month; undefined where nobody set one. */
export function capOf(db: ReadDb, region: string): Promise<Row<'burdenCap'> | undefined> {
  return db.selectFrom('burdenCap').selectAll().where('regionCode', '=', region).executeTakeFirst()
}

/** A report that is asked: of whom, by which form, and how long it took. */
interface Asked {
  readonly subject: string
  readonly name: string
  readonly form: string
  readonly version: number
  readonly period: Period
  readonly periodEnd: number
  readonly fillingSeconds: number
}

async function askedBetween(
  db: ReadDb,
  region: string,
  from: number,
  to: number,
): Promise<readonly Asked[]> {
  const rows = await db
    .selectFrom('report')
    .select(['subjectKind', 'subjectCode', 'title', 'form', 'version', 'period', 'periodEnd'])
    .select(
      sql<number>`case when state = 'open' then 0 else filling_seconds end`.as('fillingSeconds'),
    )
    .where('regionCode', '=', region)
    .where('periodEnd', '>=', from)
    .where('periodEnd', '<=', to)
    .execute()
  return rows.map(({ subjectKind, subjectCode, title, ...row }) => ({
    ...row,
    subject: subjectKey({ kind: subjectKind, code: subjectCode }),
    name: title,
  }))
}

/** What each report asks beside the others of the same reporter, by form, version and companions. */
function burdenReader(forms: readonly StoredForm[]) {
  const known = new Map<string, FormBurden>()
  const formOf = ({ form, version }: Asked): Form | undefined =>
    forms.find((one) => one.form.code === form && one.version === version)?.form
  return (one: Asked, own: readonly Asked[]): FormBurden => {
    const beside = own.filter((each) => each.period === one.period)
    const key = [one, ...beside].map(({ form, version }) => `${form} ${version}`).join(' ')
    const found = known.get(`${key} ${one.period}`)
    if (found) return found
    const form = formOf(one)
    const others = beside.flatMap((each) => formOf(each) ?? [])
    const burden = form ? burdenOf(form, one.period, others) : { asked: 0, prefilled: 0 }
    known.set(`${key} ${one.period}`, burden)
    return burden
  }
}

/** What is asked of each reporter in the month a period ends with, by `subjectKey`. */
export async function cellsAskedOf(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<ReadonlyMap<string, number>> {
  const month = endMonth(period)
  const read = burdenReader(await formsOf(db, region))
  const asked = await askedBetween(db, region, month, month)
  return new Map(
    [...Map.groupBy(asked, ({ subject }) => subject)].map(([subject, own]) => [
      subject,
      own.reduce((sum, one) => sum + read(one, own).asked, 0),
    ]),
  )
}

const monthsShown = 12

/** What is asked of each reporter in the month a period ends with, as far as the caller may see them. */
export async function burdenSeen(
  { db, region, scopeOf }: ReadContext,
  { period }: Parsed<typeof collectionBurden>,
): Promise<Answer<typeof collectionBurden>> {
  const last = endMonth(period)
  const forms = await formsOf(db, region.code)
  const scope = scopeOf('see-reports')
  const seen =
    scope.kind === 'region'
      ? undefined
      : new Set(
          (await findReports(db, region.code, { scope })).map(({ subjectKind, subjectCode }) =>
            subjectKey({ kind: subjectKind, code: subjectCode }),
          ),
        )
  const all = await askedBetween(db, region.code, last - monthsShown + 1, last)
  const asked = all.filter(({ subject }) => !seen || seen.has(subject))
  const read = burdenReader(forms)
  const minutes = minutesByForm(all)
  const cap = await capOf(db, region.code)
  const rounds = await roundsOf(db, region.code)
  const now = asked.filter(({ periodEnd }) => periodEnd === last)
  return {
    cap: cap?.cells ?? null,
    ...(cap && { why: cap.why }),
    reporters: reportersOf(now, read, minutes),
    forms: formsAsked(now, read, minutes, forms),
    months: Array.from({ length: monthsShown }, (_, index) => last - monthsShown + 1 + index).map(
      (month) => monthOf(month, asked, read),
    ),
    overCap: rounds.flatMap(({ form, period: of, overCapWhy: why, openedBy: by }) =>
      why === null || seen
        ? []
        : [{ formName: formIn(forms, form, of)?.form.name ?? form, period: of, why, by }],
    ),
  }
}

type BurdenReader = ReturnType<typeof burdenReader>

function minutesByForm(asked: readonly Asked[]): ReadonlyMap<string, number> {
  return new Map(
    [...Map.groupBy(asked, ({ form }) => form)].flatMap(([form, own]) => {
      const minutes = minutesOf(
        own.map(({ fillingSeconds }) => fillingSeconds).filter((s) => s > 0),
      )
      return minutes === undefined ? [] : [[form, minutes] as const]
    }),
  )
}

function reportersOf(
  asked: readonly Asked[],
  read: BurdenReader,
  minutes: ReadonlyMap<string, number>,
): Answer<typeof collectionBurden>['reporters'] {
  return [...Map.groupBy(asked, ({ subject }) => subject)]
    .flatMap(([key, own]) => {
      const subject = readSubject(key)
      if (!subject) return []
      const each = own.map((one) => read(one, own))
      const known = own.map(({ form }) => minutes.get(form))
      const total = known.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      return [
        {
          subject,
          name: own[0]?.name ?? '',
          forms: own.length,
          asked: each.reduce((sum, one) => sum + one.asked, 0),
          prefilled: each.reduce((sum, one) => sum + one.prefilled, 0),
          ...(known.every((one) => one !== undefined) && { minutes: total }),
        },
      ]
    })
    .toSorted((a, b) => b.asked - a.asked || (a.name < b.name ? -1 : 1))
}

function formsAsked(
  asked: readonly Asked[],
  read: BurdenReader,
  minutes: ReadonlyMap<string, number>,
  forms: readonly StoredForm[],
): Answer<typeof collectionBurden>['forms'] {
  const bySubject = Map.groupBy(asked, ({ subject }) => subject)
  return [...Map.groupBy(asked, ({ form }) => form)].flatMap(([code, own]) => {
    const [first] = own
    if (!first) return []
    const took = minutes.get(code)
    return [
      {
        form: code,
        name: formIn(forms, code, first.period)?.form.name ?? code,
        ...read(first, bySubject.get(first.subject) ?? []),
        reports: own.length,
        ...(took !== undefined && { minutes: took }),
      },
    ]
  })
}

function monthOf(
  month: number,
  all: readonly Asked[],
  read: BurdenReader,
): Answer<typeof collectionBurden>['months'][number] {
  const asked = all.filter(({ periodEnd }) => periodEnd === month)
  const sums = [...Map.groupBy(asked, ({ subject }) => subject).values()].map((own) =>
    own.reduce((sum, one) => sum + read(one, own).asked, 0),
  )
  const total = sums.reduce((sum, one) => sum + one, 0)
  return {
    period: monthPeriod(Math.floor((month - 1) / 12), ((month - 1) % 12) + 1),
    reports: asked.length,
    reporters: sums.length,
    most: Math.max(0, ...sums),
    mean: sums.length === 0 ? 0 : Math.round((total / sums.length) * 10) / 10,
  }
}
