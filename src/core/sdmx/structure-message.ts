import {
  agency,
  conceptScheme,
  conceptUrn,
  dataflow,
  dataStructure,
  seriesDimensions,
  urn,
  version,
} from './dataflow.ts'
import type { MessageHead } from './data-message.ts'
import { type Component, frequencies, named, nameOfDimension, subjectTypes } from './names.ts'
import { observationStatuses } from './observation.ts'

type Json = Readonly<Record<string, unknown>>

export interface SharedCodes {
  readonly indicators: readonly {
    readonly code: string
    readonly name: string
    readonly englishName: string
  }[]
  readonly subjects: readonly { readonly code: string; readonly name: string }[]
}

export type StructureType = 'dataflow' | 'datastructure' | 'codelist' | 'conceptscheme' | '*'

const concepts: readonly Component[] = [
  ...seriesDimensions,
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'OBS_STATUS',
  'BASE_VALUE',
  'GAP',
]

/**
 * Structures as an SDMX-JSON 2.0.0 structure message. A dataflow and a data structure come with all they refer to;
 * undefined where there is nothing of that name.
 */
export function structureMessage(
  head: MessageHead,
  asked: {
    readonly type: StructureType
    readonly agency: string
    readonly id: string
    readonly version: string
  },
  codes: SharedCodes,
): Json | undefined {
  const isOurs =
    [agency, '*'].includes(asked.agency) &&
    [version, '1.0', 'latest', '~', '+', '*'].includes(asked.version)
  if (!isOurs) return undefined
  const isNamed = ({ id }: { readonly id: string }) => asked.id === '*' || asked.id === id
  const everything = ['dataflow', 'datastructure', '*'].includes(asked.type)
  const flows = asked.type === 'datastructure' || !everything ? [] : [dataflowOf()].filter(isNamed)
  const structures = everything
    ? [structure()].filter((one) => asked.type !== 'datastructure' || isNamed(one))
    : []
  const lists = codelists(codes).filter(
    (one) => everything || (asked.type === 'codelist' && isNamed(one)),
  )
  const schemes = [scheme()].filter(
    (one) => everything || (asked.type === 'conceptscheme' && isNamed(one)),
  )
  const wanted = {
    dataflow: flows,
    datastructure: structures,
    codelist: lists,
    conceptscheme: schemes,
    '*': [...flows, ...structures],
  }
  if (wanted[asked.type].length === 0) return undefined
  return {
    meta: {
      schema:
        'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
      id: head.id,
      prepared: head.prepared,
      test: false,
      contentLanguages: ['zh', 'en'],
      sender: { id: agency },
    },
    data: {
      ...(flows.length > 0 && { dataflows: flows }),
      ...(structures.length > 0 && { dataStructures: structures }),
      ...(lists.length > 0 && { codelists: lists }),
      ...(schemes.length > 0 && { conceptSchemes: schemes }),
    },
  }
}

function maintained<Id extends string>(id: Id, names: ReturnType<typeof named>) {
  return { id, agencyID: agency, version, isExternalReference: false, ...names }
}

function dataflowOf() {
  return {
    ...maintained(dataflow, nameOfDimension('FIGURES')),
    structure: urn('DataStructure', dataStructure),
  }
}

function structure() {
  return {
    ...maintained(dataStructure, nameOfDimension('FIGURES')),
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: seriesDimensions.map((id, position) => ({
          id,
          position,
          conceptIdentity: conceptUrn(id),
          localRepresentation: { enumeration: urn('Codelist', `CL_${id}`) },
        })),
        timeDimension: {
          id: 'TIME_PERIOD',
          conceptIdentity: conceptUrn('TIME_PERIOD'),
          localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
        },
      },
      measureList: {
        id: 'MeasureDescriptor',
        measures: [
          {
            id: 'OBS_VALUE',
            conceptIdentity: conceptUrn('OBS_VALUE'),
            usage: 'optional',
            localRepresentation: { format: { dataType: 'Double' } },
          },
        ],
      },
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: [
          attribute(
            'UNIT_MEASURE',
            { dimensions: ['INDICATOR'] },
            { format: { dataType: 'String' } },
          ),
          attribute(
            'OBS_STATUS',
            { observation: {} },
            { enumeration: urn('Codelist', 'CL_OBS_STATUS') },
          ),
          attribute('BASE_VALUE', { observation: {} }, { format: { dataType: 'Double' } }),
          attribute('GAP', { observation: {} }, { format: { dataType: 'String' } }),
        ],
      },
    },
  }
}

function attribute(id: Component, attributeRelationship: Json, localRepresentation: Json) {
  return {
    id,
    conceptIdentity: conceptUrn(id),
    usage: 'optional',
    attributeRelationship,
    localRepresentation,
  }
}

function scheme() {
  return {
    ...maintained(conceptScheme, nameOfDimension('FIGURES')),
    concepts: concepts.map((id) => ({ id, ...nameOfDimension(id) })),
  }
}

function codelists({ indicators, subjects }: SharedCodes) {
  return [
    codelist(
      'FREQ',
      Object.entries(frequencies).map(([id, names]) => ({ id, ...named(names) })),
    ),
    codelist(
      'SUBJECT_TYPE',
      Object.entries(subjectTypes).map(([id, names]) => ({ id, ...named(names) })),
    ),
    codelist(
      'SUBJECT',
      subjects.map(({ code, name }) => ({ id: code, name, names: { zh: name } })),
    ),
    codelist(
      'INDICATOR',
      indicators.map(({ code, name, englishName }) => ({
        id: code,
        ...named([englishName, name]),
      })),
    ),
    codelist(
      'OBS_STATUS',
      Object.entries(observationStatuses).map(([id, names]) => ({ id, ...named(names) })),
    ),
  ]
}

function codelist(concept: Component, codes: readonly Json[]) {
  return { ...maintained(`CL_${concept}`, nameOfDimension(concept)), isPartial: false, codes }
}
