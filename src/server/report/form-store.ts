import type { Form } from '#contract/form-fields.ts'
import type { Person } from '#contract/session.ts'
import { canonical } from '#core/event/canonical.ts'
import { endMonth } from '#core/indicator/membership.ts'
import type { Period } from '#core/period/period.ts'
import { type CompiledForm, compileForm, type FormProblem } from '#core/report/compile-form.ts'
import { type NameElsewhere, namesElsewhere } from '#core/report/elsewhere.ts'
import type { Result } from '#core/result.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { shippedForms } from './shipped-forms.ts'

/** One version of a form of a region. */
export interface StoredForm {
  readonly form: Form
  readonly version: number
  readonly shipped: boolean
  readonly from?: Period
  readonly isActive: boolean
  readonly why?: string
  readonly by?: Person
  /** Absent for what came with the program and is not written down yet. */
  readonly at?: string
}

/** Every version of every form of a region, those that came with the program and nobody used yet included. */
export async function formsOf(db: ReadDb, region: string): Promise<readonly StoredForm[]> {
  const rows = await db
    .selectFrom('formVersion')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('code')
    .orderBy('version')
    .execute()
  const stored = rows.map(storedForm)
  return [...stored, ...newlyShipped(stored)]
}

function storedForm(row: Row<'formVersion'>): StoredForm {
  const { form, version, shipped, fromPeriod, isActive, at, by, why } = row
  return {
    form,
    version,
    shipped,
    ...(fromPeriod !== null && { from: fromPeriod }),
    isActive,
    at,
    ...(by !== null && { by }),
    ...(why !== null && { why }),
  }
}

const shippedTexts = new Map(shippedForms.map((form) => [form.code, canonical(form)]))

/** What came with this version of the program; a form somebody changed stays theirs. */
function newlyShipped(stored: readonly StoredForm[]): readonly StoredForm[] {
  return shippedForms.flatMap((form) => {
    const own = stored.filter((one) => one.form.code === form.code)
    const isEdited = own.some(({ shipped }) => !shipped)
    const isKnown = own.some((one) => canonical(one.form) === shippedTexts.get(form.code))
    if (isEdited || isKnown) return []
    return [{ form, version: own.length + 1, shipped: true, isActive: true }]
  })
}

const columns: ColumnTypes<'formVersion'> = {
  regionCode: 'text',
  code: 'text',
  version: 'integer',
  form: 'jsonb',
  shipped: 'boolean',
  fromPeriod: 'text',
  fromEnd: 'integer',
  isActive: 'boolean',
  at: 'timestamptz',
  by: 'jsonb',
  why: 'text',
}

/** Writes down a version, so that reports can name it. */
export async function insertForm(
  db: Db,
  region: string,
  one: StoredForm & { readonly at: string },
): Promise<void> {
  await insertMany(db, 'formVersion', columns, [
    {
      regionCode: region,
      code: one.form.code,
      version: one.version,
      form: one.form,
      shipped: one.shipped,
      fromPeriod: one.from ?? null,
      fromEnd: one.from === undefined ? 0 : endMonth(one.from),
      isActive: one.isActive,
      at: one.at,
      by: one.by ?? null,
      why: one.why ?? null,
    },
  ])
}

/** The version of a form that holds for a period: the highest that is not for later ones. */
export function formIn(
  forms: readonly StoredForm[],
  code: string,
  period: Period,
): StoredForm | undefined {
  return forms.findLast(
    ({ form, from }) =>
      form.code === code && (from === undefined || endMonth(from) <= endMonth(period)),
  )
}

/** The forms in use in a period. */
export function formsIn(forms: readonly StoredForm[], period: Period): readonly StoredForm[] {
  const codes = [...new Set(forms.map(({ form }) => form.code))]
  return codes.flatMap((code) => {
    const one = formIn(forms, code, period)
    return one?.isActive ? [one] : []
  })
}

/** A form made ready beside the others of its period, with the names it may ask of them. */
export interface ReadyForm {
  readonly compiled: CompiledForm
  readonly names: readonly NameElsewhere[]
}

export function compiledBeside(
  form: Form,
  others: readonly StoredForm[],
): Result<CompiledForm, readonly FormProblem[]> {
  return compileForm(
    form,
    namesElsewhere(
      form,
      others.map((one) => one.form),
    ),
  )
}

// A month's reports share a handful of forms; what was read once is kept.
const known = new Map<string, ReadyForm>()
const remembered = 100

/** The form, whose checks were read when it was made; a check that fits no more is left out. */
export function readyForm(form: Form, others: readonly StoredForm[]): ReadyForm {
  const names = namesElsewhere(
    form,
    others.map((one) => one.form),
  )
  const key = JSON.stringify([form, names])
  const found = known.get(key)
  if (found) return found
  const ready = { compiled: fitting(form, names), names }
  if (known.size >= remembered) known.clear()
  known.set(key, ready)
  return ready
}

// Another form may have lost a row this one asks for: its other checks go on.
function fitting(form: Form, names: readonly NameElsewhere[]): CompiledForm {
  const compiled = compileForm(form, names)
  if (compiled.ok) return compiled.value
  const wrong = new Set(compiled.error.map(({ at }) => at))
  const checks = form.checks.filter(({ code }) => !wrong.has(code))
  const again = compileForm({ ...form, checks }, names)
  if (again.ok) return { ...again.value, form }
  throw new Error(`The form ${form.code} does not compile`)
}
