import {
  sdmxData,
  sdmxDataCsv,
  sdmxStructure,
  sendFigures,
  sharedFigures,
  sharedFiguresCsv,
} from '#contract/exchange.ts'
import type { Parsed } from '#contract/route.ts'
import { readSubject, type Subject } from '#core/indicator/figure.ts'
import { agency, dataflow, sharedKinds, subjectType, version } from '#core/sdmx/dataflow.ts'
import { frequencyOf } from '#core/sdmx/dataflow.ts'
import { dataCsv } from '#core/sdmx/data-csv.ts'
import { dataMessage } from '#core/sdmx/data-message.ts'
import type { SharedObservation } from '#core/sdmx/observation.ts'
import { periodsMeant, readSeriesKey } from '#core/sdmx/series-key.ts'
import { structureMessage } from '#core/sdmx/structure-message.ts'
import { dayInChina } from '#server/clock.ts'
import { csvCell } from '#server/figure-import/figure-table.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, read, write } from '#server/http/endpoint.ts'
import { badInput, Failure, notFound } from '#server/http/failure.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { newId } from '#server/new-id.ts'
import { sharedFiguresOf, sharedUniverse } from './shared-figures.ts'

export const dataEndpoints: readonly Endpoint[] = [
  read(sharedFigures, async (input, context) => ({
    region: context.region.code,
    figures: await plainFigures(context, input),
  })),

  file(sharedFiguresCsv, async (input, context) => ({
    name: `figures-${dayInChina(context.now)}.csv`,
    content: Buffer.from(plainCsv(await plainFigures(context, input))),
  })),

  read(sdmxStructure, async (input, context) => {
    const { indicators, subjects } = await sharedUniverse(context)
    const codes = new Map(subjects.map(({ code, name }) => [code, { code, name }]))
    const message = structureMessage(headOf(context), input, {
      indicators,
      subjects: [...codes.values()],
    })
    if (!message) throw notFound('Structure')
    return message
  }),

  read(sdmxData, async (input, context) =>
    dataMessage(
      headOf(context),
      await sdmxFigures(context, input),
      input.updatedAfter === undefined ? 'Information' : 'Replace',
    ),
  ),

  file(sdmxDataCsv, async (input, context) => {
    const figures = await sdmxFigures(context, input)
    const action = input.updatedAfter === undefined ? 'I' : 'R'
    return {
      name: `${dataflow}.csv`,
      content: Buffer.from(dataCsv(figures, action, input.includeHistory)),
    }
  }),

  write(sendFigures, async ({ figures }, context) => {
    const { db, region, user, now, key } = context
    const foreign = figures.filter(({ indicator }) => key?.indicators?.has(indicator) === false)
    if (foreign.length > 0) {
      throw new Failure({ code: 'indicator-not-shared', title: 'Not for this key' }, 403)
    }
    const strangers = figures.filter(
      ({ subject }) => subject.kind === 'region' && subject.code !== region.code,
    )
    if (strangers.length > 0) throw badInput('subject-unknown', 'A figure is about another region')
    const source = { kind: 'exchange' as const, reference: user.id }
    const { knownFrom, changed } = await acceptFigures(
      db,
      { region: region.code, by: user, at: now, cause: 'figures-received' },
      figures.map((figure) => ({
        ...figure,
        source,
        ...(figure.value === null && { gap: 'not-reported' as const }),
      })),
    )
    context.stale(['figures'], ['targets'])
    return { knownFrom, changed }
  }),
]

function headOf({ now }: ReadContext) {
  return { id: newId('sdmx-message'), prepared: now }
}

function plainFigures(
  context: ReadContext,
  { subject, indicator, period, ...time }: Parsed<typeof sharedFigures>,
): Promise<readonly SharedObservation[]> {
  return sharedFiguresOf(context, {
    ...time,
    ...(subject.length > 0 && { subjects: subject.flatMap((text) => readSubject(text) ?? []) }),
    ...(indicator.length > 0 && { indicators: indicator }),
    ...(period.length > 0 && { periods: () => period }),
  })
}

async function sdmxFigures(
  context: ReadContext,
  input: Parsed<typeof sdmxData>,
): Promise<readonly SharedObservation[]> {
  const isOurs = [agency, '*'].includes(input.agency) && [dataflow, '*'].includes(input.id)
  if (!isOurs || ![version, '1.0', 'latest', '~', '+', '*'].includes(input.version)) {
    throw notFound('Dataflow')
  }
  const key = readSeriesKey(input.key)
  if (!key) throw badInput('sdmx-key-invalid', 'The key names more dimensions than there are')
  const condition = input['c[TIME_PERIOD]']
  const { subjects } = await sharedUniverse(context)
  const wanted = subjects.filter(
    ({ kind, code }) => isAsked(key.SUBJECT_TYPE, typeOf(kind)) && isAsked(key.SUBJECT, code),
  )
  return sharedFiguresOf(context, {
    asOf: input.asOf,
    includeHistory: input.includeHistory,
    updatedAfter: input.updatedAfter,
    subjects: wanted,
    ...(key.INDICATOR && { indicators: key.INDICATOR }),
    periods: (known) => {
      const meant = periodsMeant(known, condition)
      if (!meant) throw badInput('sdmx-period-invalid', 'The condition on TIME_PERIOD is none')
      return meant.filter((period) => isAsked(key.FREQ, frequencyOf(period)))
    },
  })
}

function isAsked(asked: readonly string[] | undefined, code: string): boolean {
  return asked === undefined || asked.includes(code)
}

function typeOf(kind: Subject['kind']): string {
  const shared = sharedKinds.find((one) => one === kind)
  return shared === undefined ? '' : subjectType(shared)
}

function plainCsv(figures: readonly SharedObservation[]): string {
  const head = [
    'subject_kind',
    'subject_code',
    'subject_name',
    'indicator',
    'indicator_name',
    'unit',
    'period',
    'value',
    'base',
    'gap',
    'valid_from',
    'valid_to',
  ]
  const lines = figures.map((one) => [
    one.subject.kind,
    one.subject.code,
    one.subjectName,
    one.indicator,
    one.indicatorName,
    one.unit,
    one.period,
    one.value ?? '',
    one.base ?? '',
    one.gap ?? '',
    one.validFrom ?? '',
    one.validTo ?? '',
  ])
  return `\ufeff${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}
