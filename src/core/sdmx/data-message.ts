import {
  agency,
  dataflow,
  frequencyOf,
  type SeriesDimension,
  seriesDimensions,
  sharedKinds,
  subjectType,
  timePeriod,
  urn,
} from './dataflow.ts'
import { type SharedObservation, observationStatuses, statusOf } from './observation.ts'
import { frequencies, nameOfDimension, subjectTypes } from './names.ts'

type Json = Readonly<Record<string, unknown>>

export interface MessageHead {
  /** Of letters, digits, `_`, `-`. */
  readonly id: string
  /** ISO 8601. */
  readonly prepared: string
}

/**
 * Figures as an SDMX-JSON 2.0.0 data message: series with their observations in time, a data set for each validity,
 * and one that deletes what is gone.
 */
export function dataMessage(
  head: MessageHead,
  observations: readonly SharedObservation[],
  action: 'Information' | 'Replace',
): Json {
  const shared = observations.map(codesOf)
  const dimensions = [...seriesDimensions, 'TIME_PERIOD' as const].map((id) => valuesOf(id, shared))
  const units = distinct(shared.map(({ observation }) => observation.unit))
  const statuses = distinct(shared.map(({ observation }) => statusOf(observation)))
  const groups = Map.groupBy(
    shared,
    ({ observation: { validFrom = '', validTo = '', isGone = false } }) =>
      `${validFrom} ${validTo} ${isGone}`,
  )
  const places = dimensions.map(({ ids }) => new Map(ids.map((id, index) => [id, index])))
  const lists = { places, units: new Map(units.map((unit, index) => [unit, index])), statuses }
  return {
    meta: {
      schema:
        'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json',
      id: head.id,
      prepared: head.prepared,
      test: false,
      contentLanguages: ['zh', 'en'],
      sender: { id: agency },
    },
    data: {
      structures:
        shared.length === 0
          ? []
          : [structureOf(dimensions, { units, statuses, count: groups.size })],
      dataSets: [...groups.values()].map((group) => dataSet(group, action, lists)),
    },
  }
}

interface Coded {
  readonly observation: SharedObservation
  readonly codes: Readonly<Record<SeriesDimension | 'TIME_PERIOD', string>>
}

function codesOf(observation: SharedObservation): Coded {
  const { subject, indicator, period } = observation
  const kind = sharedKinds.find((one) => one === subject.kind) ?? 'region'
  return {
    observation,
    codes: {
      FREQ: frequencyOf(period),
      SUBJECT_TYPE: subjectType(kind),
      SUBJECT: subject.code,
      INDICATOR: indicator,
      TIME_PERIOD: timePeriod(period),
    },
  }
}

interface DimensionValues {
  readonly id: Coded['codes'] extends Readonly<Record<infer Name, string>> ? Name : never
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

function valuesOf(id: SeriesDimension | 'TIME_PERIOD', shared: readonly Coded[]): DimensionValues {
  const names = new Map(
    shared.map(({ codes, observation }) => [codes[id], nameFor(id, codes[id], observation)]),
  )
  const ids = [...names.keys()]
  return { id, ids: id === 'TIME_PERIOD' ? ids.toSorted() : ids, names }
}

function nameFor(
  id: SeriesDimension | 'TIME_PERIOD',
  code: string,
  one: SharedObservation,
): string {
  switch (id) {
    case 'FREQ':
      return frequencies[code]?.[1] ?? code
    case 'SUBJECT_TYPE':
      return subjectTypes[code]?.[1] ?? code
    case 'SUBJECT':
      return one.subjectName
    case 'INDICATOR':
      return one.indicatorName
    case 'TIME_PERIOD':
      return code
  }
}

function structureOf(
  dimensions: readonly DimensionValues[],
  {
    units,
    statuses,
    count,
  }: {
    readonly units: readonly string[]
    readonly statuses: readonly (keyof typeof observationStatuses)[]
    readonly count: number
  },
): Json {
  const described = dimensions.map(({ id, ids, names }, keyPosition) => ({
    id,
    ...nameOfDimension(id),
    keyPosition,
    ...(id === 'FREQ' || id === 'TIME_PERIOD' ? { roles: [id] } : {}),
    values: ids.map((value) =>
      // A range such as 1-2月 is no id.
      id === 'TIME_PERIOD' && value.includes('/')
        ? { value }
        : { id: value, name: names.get(value) ?? value },
    ),
  }))
  return {
    ...nameOfDimension('FIGURES'),
    dataSets: Array.from({ length: count }, (_, index) => index),
    links: [{ urn: urn('Dataflow', dataflow), rel: 'dataflow' }],
    dimensions: { dataSet: [], series: described.slice(0, -1), observation: described.slice(-1) },
    measures: {
      observation: [
        {
          id: 'OBS_VALUE',
          ...nameOfDimension('OBS_VALUE'),
          format: { dataType: 'Double', minOccurs: 0 },
        },
      ],
    },
    attributes: {
      dataSet: [],
      dimensionGroup: [],
      series: [
        {
          id: 'UNIT_MEASURE',
          ...nameOfDimension('UNIT_MEASURE'),
          relationship: { dimensions: ['INDICATOR'] },
          values: units.map((value) => ({ value })),
        },
      ],
      observation: [
        {
          id: 'OBS_STATUS',
          ...nameOfDimension('OBS_STATUS'),
          relationship: { observation: {} },
          values: statuses.map((status) => ({ id: status, name: observationStatuses[status][1] })),
        },
        {
          id: 'BASE_VALUE',
          ...nameOfDimension('BASE_VALUE'),
          relationship: { observation: {} },
          format: { dataType: 'Double' },
        },
        {
          id: 'GAP',
          ...nameOfDimension('GAP'),
          relationship: { observation: {} },
          format: { dataType: 'String' },
        },
      ],
    },
  }
}

interface Lists {
  readonly places: readonly ReadonlyMap<string, number>[]
  readonly units: ReadonlyMap<string, number>
  readonly statuses: readonly string[]
}

function dataSet(group: readonly Coded[], action: string, lists: Lists): Json {
  const [first] = group
  const series = Map.groupBy(group, ({ codes }) =>
    seriesDimensions.map((id, index) => lists.places[index]?.get(codes[id]) ?? 0).join(':'),
  )
  const times = lists.places[seriesDimensions.length]
  return {
    structure: 0,
    action: first?.observation.isGone ? 'Delete' : action,
    ...(first?.observation.validFrom !== undefined && { validFrom: first.observation.validFrom }),
    ...(first?.observation.validTo !== undefined && { validTo: first.observation.validTo }),
    links: [{ urn: urn('Dataflow', dataflow), rel: 'dataflow' }],
    series: Object.fromEntries(
      [...series].map(([key, members]) => [
        key,
        {
          attributes: first?.observation.isGone
            ? []
            : [lists.units.get(members[0]?.observation.unit ?? '') ?? null],
          observations: Object.fromEntries(
            members.map(({ codes, observation }) => [
              String(times?.get(codes.TIME_PERIOD) ?? 0),
              observed(observation, lists),
            ]),
          ),
        },
      ]),
    ),
  }
}

/** Value, index of the status, 上年同期, reason of the gap; what is absent at the end is left out. */
function observed(
  observation: SharedObservation,
  { statuses }: Lists,
): readonly (number | string | null)[] {
  const { value, base, gap, isGone } = observation
  if (isGone) return []
  const parts = [
    value === null ? null : Number(value),
    statuses.indexOf(statusOf(observation)),
    base === null ? null : Number(base),
    gap ?? null,
  ]
  return parts.slice(0, parts.findLastIndex((part) => part !== null) + 1)
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)]
}
