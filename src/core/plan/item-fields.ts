import type { Quantity } from '../quantity/quantity.ts'
import type { Industry, Park, Project, Target, Task } from './plan.ts'
import type { FieldChange, FieldValue } from './comparison/plan-change.ts'

/** A field of an item as it is compared: code, year where it has one, value. */
export interface Field {
  readonly field: string
  readonly year?: string
  readonly value: FieldValue
}

export function fieldsOfTarget(target: Target): Field[] {
  const { baseline } = target
  return [
    ...given('indicator', target.indicator),
    ...given('category', target.category),
    ...given('scope', target.scope?.name),
    ...given('unit', target.unit),
    ...given('attribute', target.attribute),
    ...given('baseline-year', baseline?.year),
    ...given('baseline-value', baseline?.value ?? baseline?.text),
    ...target.milestones.flatMap((milestone) => [
      ...quantityFields('milestone', milestone, String(milestone.year)),
      ...given('milestone-kind', milestone.kind, String(milestone.year)),
      ...given('milestone-stretch', milestone.stretch, String(milestone.year)),
    ]),
    ...target.growth.flatMap((growth) =>
      given('growth', `${growth.value}${growth.unit}`, `${growth.from}-${growth.to}`),
    ),
  ]
}

export function fieldsOfTask(task: Task): Field[] {
  return [
    ...given('text', task.text),
    ...given('group', task.group),
    ...list('lead', task.lead),
    ...list('responsible', task.responsible),
    ...given('deadline', task.deadline?.text),
  ]
}

export function fieldsOfProject(project: Project): Field[] {
  return [
    ...given('name', project.name),
    ...given('sector', project.sector),
    ...given('nature', project.nature),
    ...given('content', project.content),
    ...given('count', project.count),
    ...quantityFields('investment', project.investment),
    ...quantityFields('land', project.land),
    ...quantityFields('annual-output', project.annualOutput),
    ...given('start-year', project.startYear),
    ...given('end-year', project.endYear),
  ]
}

export function fieldsOfIndustry(industry: Industry): Field[] {
  return [
    ...given('name', industry.name),
    ...given('parent', industry.parent),
    ...given('role', industry.role),
    ...list('segments', industry.segments),
    ...quantityFields('goal', industry.goal),
  ]
}

export function fieldsOfPark(park: Park): Field[] {
  return [
    ...given('name', park.name),
    ...given('role', park.role),
    ...list('industries', park.industries),
    ...list(
      'area',
      park.area.map((area) => area.text),
    ),
    ...quantityFields('goal', park.goal),
  ]
}

/** The fields that differ, in the order of `before`, then those only `after` has. */
export function differences(before: readonly Field[], after: readonly Field[]): FieldChange[] {
  const old = byKey(before)
  const fresh = byKey(after)
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const left = old.get(key)
    const right = fresh.get(key)
    const field = left ?? right
    if (!field || (left && right && sameValue(left.value, right.value))) return []
    return [
      {
        field: field.field,
        ...(field.year !== undefined && { year: field.year }),
        ...(left && { before: left.value }),
        ...(right && { after: right.value }),
      },
    ]
  })
}

/** Everything that is compared in one string: equal strings, nothing to report. */
export function signatureOf(fields: readonly Field[]): string {
  return [...byKey(fields)]
    .map(([key, { value }]) => JSON.stringify([key, comparable(value)]))
    .toSorted()
    .join()
}

function given(field: string, value: FieldValue | undefined, year?: string): Field[] {
  return value === undefined ? [] : [{ field, value, ...(year !== undefined && { year }) }]
}

function list(field: string, values: readonly string[]): Field[] {
  return values.length === 0 ? [] : [{ field, value: values }]
}

function quantityFields(name: string, quantity: Quantity | undefined, year?: string): Field[] {
  if (!quantity) return []
  return [
    ...given(`${name}-value`, quantity.value ?? quantity.text, year),
    ...given(`${name}-high`, quantity.high, year),
    ...given(`${name}-unit`, quantity.unit, year),
    ...given(`${name}-bound`, quantity.op, year),
  ]
}

// A plan may give one year two figures; the second is then a field of its own.
function byKey(fields: readonly Field[]): Map<string, Field> {
  const keyed = new Map<string, Field>()
  for (const field of fields) {
    let key = `${field.field} ${field.year ?? ''}`
    while (keyed.has(key)) key += '+'
    keyed.set(key, field)
  }
  return keyed
}

function sameValue(left: FieldValue, right: FieldValue): boolean {
  return comparable(left) === comparable(right)
}

/** Spacing and the order of a list of units mean nothing. */
function comparable(value: FieldValue): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replace(/\s+/g, '')
  return value
    .map((part) => part.replace(/\s+/g, ''))
    .toSorted()
    .join('、')
}
