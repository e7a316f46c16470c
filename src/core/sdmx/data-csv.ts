import {
  agency,
  dataflow,
  frequencyOf,
  sharedKinds,
  subjectType,
  timePeriod,
  version,
} from './dataflow.ts'
import { type SharedObservation, statusOf } from './observation.ts'

const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'SUBJECT_TYPE',
  'SUBJECT',
  'INDICATOR',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'OBS_STATUS',
  'BASE_VALUE',
  'GAP',
] as const

/** Figures as an SDMX-CSV 2.0 data message (RFC 4180): D deletes what is gone; with history two more columns say when each held. */
export function dataCsv(
  observations: readonly SharedObservation[],
  action: 'I' | 'R',
  hasHistory: boolean,
): string {
  const head = [...columns, ...(hasHistory ? ['VALID_FROM', 'VALID_TO'] : [])]
  const lines = observations.map((one) => {
    const { subject, indicator, period, value, base, unit, gap, isGone } = one
    const kind = sharedKinds.find((each) => each === subject.kind) ?? 'region'
    return [
      'dataflow',
      `${agency}:${dataflow}(${version})`,
      isGone ? 'D' : action,
      frequencyOf(period),
      subjectType(kind),
      subject.code,
      indicator,
      timePeriod(period),
      ...(isGone
        ? ['', '', '', '', '']
        : [value ?? '', unit, statusOf(one), base ?? '', gap ?? '']),
      ...(hasHistory ? [one.validFrom ?? '', one.validTo ?? ''] : []),
    ]
  })
  return `${[head, ...lines].map((cells) => cells.map(field).join(',')).join('\r\n')}\r\n`
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
