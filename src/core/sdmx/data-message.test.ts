import { parsePeriod } from '#core/period/period.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { dataMessage } from './data-message.ts'
import type { SharedObservation } from './observation.ts'
import { periodsMeant, readSeriesKey } from './series-key.ts'

// The rules of the published schema sdmx-json-data-schema.json 2.0.0 that our messages can break.
const code = z.string().regex(/^[A-Za-z0-9_@$-]+$/)
const componentId = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
const language = z.string().regex(/^[a-z]{2,3}(?:-[a-z]{2}|-[0-9]{3})?$/)
const coded = z.strictObject({ id: code, name: z.string() })
const plain = z.strictObject({ value: z.union([z.string(), z.number()]) })
const link = z.object({ urn: z.string(), rel: z.string() })
const dimension = z.object({
  id: componentId,
  keyPosition: z.int().min(0),
  names: z.record(language, z.string()),
  values: z.array(z.union([coded, plain])).min(1),
})
const attribute = z.object({
  id: componentId,
  relationship: z.union([
    z.strictObject({ dimensions: z.array(componentId).min(1) }),
    z.strictObject({ observation: z.strictObject({}) }),
  ]),
  values: z
    .array(z.union([coded, plain]))
    .min(1)
    .optional(),
})
const cells = z.array(z.union([z.number(), z.string(), z.null()]))
const indexes = z.string().regex(/^[0-9]+(?::[0-9]+)*$/)
const Message = z.object({
  meta: z.object({
    id: code,
    prepared: z.iso.datetime(),
    contentLanguages: z.array(language),
    sender: z.object({ id: code }),
  }),
  data: z.object({
    structures: z.array(
      z.object({
        dataSets: z.array(z.int()).min(1),
        dimensions: z.strictObject({
          dataSet: z.array(dimension),
          series: z.array(dimension),
          observation: z.array(dimension),
        }),
        measures: z.strictObject({ observation: z.array(z.object({ id: componentId })) }),
        attributes: z.strictObject({
          dataSet: z.array(attribute),
          dimensionGroup: z.array(attribute),
          series: z.array(attribute),
          observation: z.array(attribute),
        }),
      }),
    ),
    dataSets: z.array(
      z.object({
        structure: z.int(),
        action: z.enum(['Information', 'Append', 'Replace', 'Delete']),
        validFrom: z.iso.datetime().optional(),
        validTo: z.iso.datetime().optional(),
        links: z.array(link),
        series: z.record(
          indexes,
          z.strictObject({ attributes: cells, observations: z.record(indexes, cells) }),
        ),
      }),
    ),
  }),
})

const periods = ['2026', '2026-H1', '2026-Q2', '2026-M1-2', '2026-03'].flatMap(
  (text) => parsePeriod(text) ?? [],
)
const observation: fc.Arbitrary<SharedObservation> = fc
  .record({
    kind: fc.constantFrom('region', 'park', 'industry'),
    code: fc.constantFrom('999901', 'park-01', '38'),
    indicator: fc.constantFrom('industrial-output', 'profit'),
    unit: fc.constantFrom('千元', '%', ''),
    period: fc.constantFrom(...periods),
    value: fc.option(fc.constantFrom('1', '-2.5')),
    base: fc.option(fc.constantFrom('3')),
    validFrom: fc.option(fc.constant('2026-04-15T00:00:00.000Z'), { nil: undefined }),
    isGone: fc.boolean(),
  })
  .map(({ kind, code: subject, validFrom, isGone, ...rest }) => ({
    ...rest,
    subject: { kind, code: subject },
    subjectName: subject,
    indicatorName: rest.indicator,
    ...(rest.value === null && { gap: 'not-reported' as const }),
    ...(validFrom !== undefined && { validFrom }),
    ...(isGone && { isGone }),
  }))

const head = { id: '0198f3c2-6d0e-7000-8000-000000000001', prepared: '2026-05-01T00:00:00.000Z' }

test('whatever is shared, the message keeps the rules of the schema and its indexes their lists', () => {
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 20 }), (observations) => {
      const message = Message.parse(dataMessage(head, observations, 'Information'))
      const [structure] = message.data.structures
      const dimensions = structure?.dimensions.series ?? []
      const times = structure?.dimensions.observation[0]?.values.length ?? 0
      for (const { series } of message.data.dataSets) {
        for (const [key, one] of Object.entries(series)) {
          const places = key.split(':').map(Number)
          expect(
            places.every((place, index) => place < (dimensions[index]?.values.length ?? 0)),
          ).toBe(true)
          expect(Object.keys(one.observations).every((time) => Number(time) < times)).toBe(true)
        }
      }
    }),
  )
})

test.each([
  ['*', {}],
  [
    'M.REGION.999901.a+b',
    { FREQ: ['M'], SUBJECT_TYPE: ['REGION'], SUBJECT: ['999901'], INDICATOR: ['a', 'b'] },
  ],
  ['..*.profit', { INDICATOR: ['profit'] }],
  ['a.b.c.d.e', undefined],
])('the key %s asks for %j', (text, expected) => {
  expect(readSeriesKey(text)).toEqual(expected)
})

test.each([
  ['ge:2026-M1-2+le:2026-03', ['2026-M1-2', '2026-03']],
  ['eq:2026-S1', ['2026-H1']],
  ['2026,2026-01-01/P2M', ['2026', '2026-M1-2']],
  ['since:2026', undefined],
])('the condition %s means %j', (condition, expected) => {
  expect(periodsMeant(periods, condition)).toEqual(expected)
})
