import type { AnyRoute } from '#contract/route.ts'
import type { StoredValues } from './stored-values.ts'
import * as fc from 'fast-check'
import * as z from 'zod'

type Json = Readonly<Record<string, unknown>>
type Any = fc.Arbitrary<unknown>

/** What nobody sends by mistake. */
const hostile: Any = fc.oneof(
  fc.constantFrom('', ' ', '%', '\0', '\ud800', "' or 1=1 --", '../../etc/passwd', '<script>'),
  fc.constantFrom('９９', '1e999', 'NaN', '__proto__', 'constructor', '{{7*7}}'),
  fc.constantFrom('x'.repeat(5000), '规'.repeat(3000)),
  fc.constantFrom(0, -0, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e300),
  fc.constantFrom<unknown>(null, true, [], {}, [[]]),
  fc.constantFrom('2026-02-30', '0000-00-00', '9999-12-31', '2026-13', '2026-Q5', '000000'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
)

type Input = Readonly<Record<string, unknown>>

/**
 * Inputs for a route: mostly as it describes them, with ids and codes that stand in the database, so
 * that they get past the first check; now and then something else, or nothing, in any place.
 */
export function fuzzedInputs(
  route: AnyRoute,
  stored: StoredValues,
  count: number,
): readonly Input[] {
  const schema: Json = { ...z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) }
  const given = shaped(schema, { root: schema, stored, route, name: '' })
  // What stands in the path is always sent.
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 'x'] as const)
  const inputs: Input[] = []
  fc.assert(
    fc.property(given, (value) => {
      inputs.push({ ...Object.fromEntries(path), ...(value as Input) })
    }),
    { numRuns: count },
  )
  return inputs
}

interface Place {
  readonly root: Json
  readonly stored: StoredValues
  readonly route: AnyRoute
  /** Of the field. */
  readonly name: string
}

function spoiled(value: Any): Any {
  return fc.oneof({ weight: 14, arbitrary: value }, { weight: 1, arbitrary: hostile })
}

function shaped(schema: Json, place: Place): Any {
  const { $ref, enum: values, const: value, anyOf, oneOf, allOf } = schema
  if (typeof $ref === 'string') return shaped(definition($ref, place.root), place)
  if (Array.isArray(values)) return fc.constantFrom<unknown>(...(values as unknown[]))
  if (value !== undefined) return fc.constant(value)
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) {
    return fc.oneof(...(choices as Json[]).map((choice) => shaped(choice, place)))
  }
  if (Array.isArray(allOf)) {
    return fc
      .tuple(...(allOf as Json[]).map((part) => shaped(part, place)))
      .map((parts) => Object.assign({}, ...parts) as unknown)
  }
  switch (schema['type']) {
    case 'object':
      return objects(schema, place)
    case 'array':
      return fc.array(spoiled(shaped((schema['items'] as Json | undefined) ?? {}, place)), {
        maxLength: 3,
      })
    case 'string':
      return strings(schema, place)
    case 'integer':
    case 'number':
      return numbers(schema)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return hostile
  }
}

function definition(ref: string, root: Json): Json {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .filter((part) => part !== '' && part !== '#')
    .reduce<Json>((at, part) => (at[part] as Json | undefined) ?? {}, root)
}

function objects({ properties, required, additionalProperties }: Json, place: Place): Any {
  const names = new Set((required as string[] | undefined) ?? [])
  const fields = Object.entries((properties as Readonly<Record<string, Json>> | undefined) ?? {})
  const known = fc.record(
    Object.fromEntries(
      fields.map(([name, schema]) => {
        const value = spoiled(shaped(schema, { ...place, name }))
        const absent = { weight: names.has(name) ? 1 : 20, arbitrary: fc.constant(undefined) }
        return [name, fc.oneof({ weight: 25, arbitrary: value }, absent)]
      }),
    ),
  )
  if (typeof additionalProperties !== 'object') return known
  const more = shaped(additionalProperties as Json, place)
  const keys = fc.oneof(texts(place), fc.string({ maxLength: 8 }))
  return fc
    .tuple(known, fc.dictionary(keys, spoiled(more), { maxKeys: 3 }))
    .map(([some, others]): unknown => ({ ...some, ...others }))
}

const days = fc.constantFrom('2026-01-31', '2026-03-31', '2025-12-31', '2030-12-31', '1900-01-01')

function strings({ format, pattern }: Json, place: Place): Any {
  const { stored, route, name } = place
  switch (format) {
    case 'uuid': {
      const ids = stored.ids(name, route.path)
      return ids.length > 0
        ? fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, fc.uuid())
        : fc.uuid()
    }
    case 'date':
      return days
    case 'date-time':
      return days.map((day) => `${day}T08:00:00.000Z`)
    default:
      return pattern === undefined
        ? fc.oneof(texts(place), fc.string({ maxLength: 30 }))
        : texts(place)
  }
}

const periods = ['2026', '2026-Q1', '2026-H1', '2026-M1-2', '2026-03', '2025-12']

function texts({ stored, route, name }: Place): fc.Arbitrary<string> {
  const known = stored.texts(name, route.path)
  const some = known.length > 0 ? known : ['x']
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...some) },
    { weight: 2, arbitrary: fc.constantFrom(...periods) },
    { weight: 1, arbitrary: fc.constantFrom('12.5', '-3', '0', '产值', '999901', '一 二') },
  )
}

function numbers({ type, minimum, maximum }: Json): Any {
  const low = Math.max(Number(minimum ?? -1000), -(2 ** 31))
  const high = Math.min(Number(maximum ?? 1000), 2 ** 31)
  const edges = fc.constantFrom(low, high, Math.min(low + 1, high))
  const small = fc.integer({
    min: Math.ceil(low),
    max: Math.max(Math.ceil(low), Math.min(Math.floor(high), 100)),
  })
  return type === 'integer'
    ? fc.oneof(small, edges)
    : fc.oneof(small, edges, fc.double({ min: low, max: high, noNaN: true }))
}
