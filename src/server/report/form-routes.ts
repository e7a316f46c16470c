import {
  defineForm,
  formHistory,
  type FormVersion,
  listForms,
  tryForm,
  tuneCheck,
} from '#contract/form.ts'
import type { Form } from '#contract/form-fields.ts'
import { isPeriod } from '#core/period/period.ts'
import { convertExact, unit } from '#core/quantity/unit.ts'
import type { FormProblem } from '#core/report/compile-form.ts'
import { rowsOf } from '#core/report/form.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { badInput, changedMeanwhile, notFound } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { presentPeriod } from '#server/enterprise/present-period.ts'
import { compiledBeside, formsIn, formsOf, insertForm, type StoredForm } from './form-store.ts'
import { unitsOf } from './ground.ts'
import { trialOf, tuningOf } from './try-form.ts'

export const formEndpoints: readonly Endpoint[] = [
  read(listForms, async (_, { db, region, now }) => {
    const forms = await formsOf(db, region.code)
    const codes = [...new Set(forms.map(({ form }) => form.code))]
    const inUse = formsIn(forms, presentPeriod(now))
    return {
      forms: codes.flatMap((code) => {
        const one =
          inUse.find(({ form }) => form.code === code) ??
          forms.findLast(({ form }) => form.code === code)
        return one ? [versionView(one)] : []
      }),
    }
  }),

  read(formHistory, async ({ code }, { db, region }) => {
    const versions = (await formsOf(db, region.code)).filter(({ form }) => form.code === code)
    if (versions.length === 0) throw notFound('Form')
    return { versions: versions.toReversed().map(versionView) }
  }),

  read(tryForm, async ({ form, period }, { db, region, now }, transact) => {
    const forms = await formsOf(db, region.code)
    const problems = await problemsOf(db, form, formsIn(forms, period ?? presentPeriod(now)))
    if (problems.length > 0 || period === undefined) {
      return { problems: [...problems], looked: 0, checks: [] }
    }
    const { seen, ...trial } = await trialOf(db, region.code, { form, forms, period })
    await rememberLook(transact, seen)
    return { problems: [], ...trial }
  }),

  read(tuneCheck, async ({ form, check, period, periods }, { db, region }) => {
    const forms = await formsOf(db, region.code)
    const problems = await problemsOf(db, form, formsIn(forms, period))
    if (problems.length > 0) throw badInput('form-wrong', 'The form does not hold', { problems })
    const trial = { form, forms, period, check, periods }
    const tuning = await tuningOf(db, region.code, trial)
    if (!tuning) throw notFound('Check')
    return tuning
  }),

  write(defineForm, async ({ code, form, version, from, isActive, why }, context) => {
    const { db, region, user, now } = context
    if (form.code !== code) throw badInput('form-code-differs', 'The form is called otherwise')
    // Two who define forms at once would take the same number.
    await db
      .selectFrom('region')
      .select('code')
      .where('code', '=', region.code)
      .forUpdate()
      .execute()
    const forms = await formsOf(db, region.code)
    const own = forms.filter((one) => one.form.code === code)
    const last = own.at(-1)
    if ((last?.version ?? 0) !== version) {
      throw changedMeanwhile('Somebody else changed the form', {
        current: last && versionView(last),
      })
    }
    const problems = await problemsOf(db, form, formsIn(forms, from ?? presentPeriod(now)))
    if (problems.length > 0) throw badInput('form-wrong', 'The form does not hold', { problems })
    if (last && last.at === undefined) await insertForm(db, region.code, { ...last, at: now })
    const next = {
      form,
      version: version + 1,
      shipped: false,
      ...(from !== undefined && { from }),
      isActive,
      why,
      by: user,
      at: now,
    }
    await insertForm(db, region.code, next)
    const id = newId('form')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'form-defined',
        subject: id,
        entity: { kind: 'form', id },
        before: last?.form,
        after: form,
        why,
      },
    ])
    context.stale(['forms'], ['reports'])
    return versionView(next)
  }),
]

function versionView(one: StoredForm): FormVersion {
  const { form, version, shipped, from, isActive, why, by, at } = one
  return {
    form,
    version,
    shipped,
    isActive,
    ...(from !== undefined && { from }),
    ...(why !== undefined && { why }),
    ...(by && { by }),
    ...(at !== undefined && { at }),
  }
}

/** What is wrong with a form: in itself, and with the indicators it says it feeds. */
async function problemsOf(
  db: ReadDb,
  form: Form,
  others: readonly StoredForm[],
): Promise<readonly { code: string; at: string; text: string }[]> {
  const compiled = compiledBeside(form, others)
  const unitOf = await unitsOf(db)
  const own: readonly FormProblem[] = compiled.ok ? [] : compiled.error
  const units = rowsOf(form).flatMap((row) => {
    if (unit(row.unit) === undefined) {
      return [{ code: 'unit-unknown', at: row.code, text: `不认识的单位“${row.unit}”` }]
    }
    if (row.indicator === undefined) return []
    const to = unitOf(row.indicator)
    if (to === undefined) {
      return [{ code: 'indicator-unknown', at: row.code, text: '指标库中没有这个指标' }]
    }
    return convertExact('1', row.unit, to) === undefined
      ? [
          {
            code: 'unit-differs',
            at: row.code,
            text: `单位“${row.unit}”不能换算为指标的单位“${to}”`,
          },
        ]
      : []
  })
  const ownUnits = form.sections.flatMap(({ title, ownRows }) =>
    ownRows?.unit === undefined || unit(ownRows.unit)
      ? []
      : [{ code: 'unit-unknown', at: title, text: `不认识的单位“${ownRows.unit}”` }],
  )
  const doubled = rowsOf(form).flatMap(({ indicator, code }, index, rows) =>
    indicator !== undefined && rows.slice(0, index).some((row) => row.indicator === indicator)
      ? [{ code: 'indicator-doubled', at: code, text: '同一指标对应了两行' }]
      : [],
  )
  const wrongEndings = form.checks.flatMap(({ code, notIn }) =>
    notIn.every((ending) => isPeriod(`2026-${ending}`))
      ? []
      : [{ code: 'ending-unknown', at: code, text: '不适用期别应写成 M1-2、03、Q1 等' }],
  )
  return [...own, ...units, ...ownUnits, ...doubled, ...wrongEndings]
}
