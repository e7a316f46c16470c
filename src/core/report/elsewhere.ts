import { type Form, rowsOf } from './form.ts'

export interface NameElsewhere {
  readonly name: string
  readonly unit: string
  /** The form that tells it, and its row there. */
  readonly form: string
  readonly row: string
}

/**
 * What checks of a form may ask of other forms: the rows of those the same reporter fills in for the
 * same periods, by name. A name of the form itself means its own row.
 */
export function namesElsewhere(
  form: Pick<Form, 'code' | 'frequency' | 'reporter' | 'sections'>,
  others: readonly Pick<Form, 'code' | 'frequency' | 'reporter' | 'sections'>[],
): readonly NameElsewhere[] {
  const taken = new Set(rowsOf(form).map(({ name }) => name))
  const found = new Map<string, NameElsewhere>()
  for (const other of others) {
    const isBeside =
      other.code !== form.code &&
      other.reporter === form.reporter &&
      other.frequency === form.frequency
    if (!isBeside) continue
    for (const { name, unit, code } of rowsOf(other)) {
      if (!taken.has(name) && !found.has(name)) {
        found.set(name, { name, unit, form: other.code, row: code })
      }
    }
  }
  return [...found.values()]
}
