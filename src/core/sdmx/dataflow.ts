import { type Period, periodKind } from '../period/period.ts'
import type { SubjectKind } from '../indicator/figure.ts'

/** What our figures are called in SDMX: one dataflow, described by one data structure. */
export const agency = 'JINGWEI'
export const version = '1.0.0'
export const dataflow = 'FIGURES'
export const dataStructure = 'DSD_FIGURES'
export const conceptScheme = 'CS_FIGURES'

/** The dimensions of a series in the order of its key; TIME_PERIOD follows them. */
export const seriesDimensions = ['FREQ', 'SUBJECT_TYPE', 'SUBJECT', 'INDICATOR'] as const
export type SeriesDimension = (typeof seriesDimensions)[number]

/** The subjects that are shared: sums and published figures, never single enterprises or projects. */
export const sharedKinds = [
  'region',
  'park',
  'town',
  'industry',
  'chain',
  'size',
] as const satisfies readonly SubjectKind[]
export type SharedKind = (typeof sharedKinds)[number]

const codePattern = /^[A-Za-z0-9_@$-]+$/

/** Whether a code can stand in SDMX as it is. */
export function isSdmxCode(code: string): boolean {
  return codePattern.test(code)
}

export function subjectType(kind: SharedKind): string {
  return kind.toUpperCase()
}

/** The code of CL_FREQ (SDMX cross-domain) a period is told by. */
export function frequencyOf(period: Period): 'A' | 'S' | 'Q' | 'M' {
  switch (periodKind(period)) {
    case 'year':
      return 'A'
    case 'half':
      return 'S'
    case 'quarter':
      return 'Q'
    case 'month':
    case 'first-two-months':
      return 'M'
  }
}

/** The period as SDMX writes it: 2026-H1 is 2026-S1, and 1-2月 the range of two months from 1 January. */
export function timePeriod(period: Period): string {
  if (periodKind(period) === 'first-two-months') return `${period.slice(0, 4)}-01-01/P2M`
  return period.replace('-H', '-S')
}

export function urn(
  artefact: 'Dataflow' | 'DataStructure' | 'Codelist' | 'ConceptScheme',
  id: string,
): string {
  const packages = {
    Dataflow: 'datastructure',
    DataStructure: 'datastructure',
    Codelist: 'codelist',
    ConceptScheme: 'conceptscheme',
  } as const
  return `urn:sdmx:org.sdmx.infomodel.${packages[artefact]}.${artefact}=${agency}:${id}(${version})`
}

export function conceptUrn(id: string): string {
  return `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=${agency}:${conceptScheme}(${version}).${id}`
}
