import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import {
  type Figure,
  type GivenFigure,
  readSubject,
  type Subject,
  subjectKey,
} from '#core/indicator/figure.ts'
import type { Membership, MembershipChange } from '#core/indicator/membership.ts'
import { parsePeriod, type Period } from '#core/period/period.ts'

/** `park:park-01` as a subject. */
export function subject(text: string): Subject {
  const read = readSubject(text)
  if (!read) throw new Error(`no subject: ${text}`)
  return read
}

export function period(text: string): Period {
  const read = parsePeriod(text)
  if (!read) throw new Error(`no period: ${text}`)
  return read
}

/**
 * Figures, one a line: `enterprise:e1 output 2026-03 120/100` is 120 with 100 a year before, told on
 * the same sample; a dash is a figure not reported.
 */
export function figures(lines: string): readonly GivenFigure[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [about = '', indicator = '', when = '', amounts = ''] = line.trim().split(/\s+/)
      const [value = '-', base] = amounts.split('/')
      return {
        subject: subject(about),
        indicator,
        period: period(when),
        value: value === '-' ? null : value,
        base: base ?? null,
        source: { kind: 'submission', reference: `report of ${about}`, place: indicator },
      }
    })
}

/** Memberships in one dimension: `e1 park 2025..2025: p1; 2026..: p2, p3 0.35`. */
export function memberships(line: string): MembershipChange {
  const [, code = '', dimension = '', spans = ''] = /^(\w+) (\w+) (.*)$/.exec(line) ?? []
  return {
    subject: { kind: 'enterprise', code },
    dimension: dimension as MembershipChange['dimension'],
    memberships: spans.split(';').flatMap(spanOfMemberships),
  }
}

function spanOfMemberships(text: string): readonly Membership[] {
  const [, from = '', to = '', members = ''] = /^([\w-]+)\.\.([\w-]*):(.*)$/.exec(text.trim()) ?? []
  return members
    .split(',')
    .map((each) => each.trim().split(' '))
    .map(([member = '', share = '1']) => ({
      member,
      share,
      from: period(from),
      ...(to !== '' && { to: period(to) }),
    }))
}

/** An indicator that is a monthly flow summed over enterprises, but for what is said. */
export function indicator(
  code: string,
  name: string,
  other: Partial<IndicatorDefinition> = {},
): IndicatorDefinition {
  return {
    code,
    name,
    englishName: code,
    unit: '万元',
    decimals: 2,
    direction: 'up',
    kind: 'flow',
    frequency: 'month',
    overSpace: 'sum',
    overTime: 'cumulative',
    source: '',
    definition: '',
    aliases: [],
    ...other,
  }
}

/** `region:510114 output 2026-03 120/100 of 3`, or the gap in place of the amounts. */
export function shown({
  subject: about,
  indicator: code,
  period: when,
  ...figure
}: Figure): string {
  const base = figure.base === null ? '' : `/${figure.base}`
  const amounts = figure.value === null ? (figure.gap ?? '?') : `${figure.value}${base}`
  const count = figure.origin === 'given' ? 'given' : `of ${figure.count}`
  return `${subjectKey(about)} ${code} ${when} ${amounts} ${count}`
}
