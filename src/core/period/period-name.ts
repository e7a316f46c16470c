import { monthsOf, type Period, periodKind, yearOf } from './period.ts'

const quarters = ['一', '二', '三', '四']

/** The period as people say it: 2026年3月, 2026年1-2月, 2026年一季度, 2026年上半年, 2026年. */
export function periodName(period: Period): string {
  return `${yearOf(period)}年${nameInYear(period)}`
}

function nameInYear(period: Period): string {
  const { from, to } = monthsOf(period)
  switch (periodKind(period)) {
    case 'year':
      return ''
    case 'half':
      return from === 1 ? '上半年' : '下半年'
    case 'quarter':
      return `${quarters[to / 3 - 1]}季度`
    case 'first-two-months':
      return '1-2月'
    case 'month':
      return `${to}月`
  }
}

/** What is cumulative at the end of the period as people say it: 2026年1-3月, 2026年一季度, 2026年前三季度, 2026年. */
export function cumulativeName(period: Period): string {
  const { to } = monthsOf(period)
  const year = `${yearOf(period)}年`
  switch (periodKind(period)) {
    case 'year':
      return year
    case 'half':
      return to === 6 ? `${year}上半年` : year
    case 'quarter':
      return `${year}${['一季度', '上半年', '前三季度', ''][to / 3 - 1]}`
    case 'first-two-months':
      return `${year}1-2月`
    case 'month':
      return to === 1 ? `${year}1月` : `${year}1-${to}月`
  }
}

const digits = '一二三四'

/**
 * Reads a period as people write it (2026年3月, 2026年1—2月, 2026年一季度, 2026年前三季度, 2026年上半年, 2026年度, 2026-03, 202603).
 * A span from January (1-3月, 前三季度) is the period its cumulative value stands at; undefined where none is meant.
 */
export function readPeriod(text: string): Period | undefined {
  const compact = text.replace(/\s/gu, '').replace(/[—–－~～至到]+/gu, '-')
  const match = /^(\d{4})(?:年度?|[-.]|\/)?(.*)$/u.exec(compact)
  if (!match) return undefined
  const [, year, rest = ''] = match
  const suffix = suffixOf(rest.replace(/份?(?:累计)?$/u, ''))
  return suffix === undefined ? undefined : (`${year}${suffix}` as Period)
}

function suffixOf(rest: string): string | undefined {
  if (rest === '' || rest === '全年' || rest === '1-12月') return rest === '1-12月' ? '-12' : ''
  if (/^(?:M?1-2月?|M1-2)$/u.test(rest)) return '-M1-2'
  if (rest === '上半年' || rest === 'H1') return '-H1'
  if (rest === '下半年' || rest === 'H2') return '-H2'
  if (rest === '前三季度') return '-Q3'
  const quarter = /^(?:第?([一二三四1-4])季度?|Q([1-4]))$/u.exec(rest)
  if (quarter) {
    const said = quarter[1] ?? quarter[2] ?? ''
    return `-Q${digits.includes(said) ? digits.indexOf(said) + 1 : said}`
  }
  const month = /^(?:1-)?(0?[1-9]|1[0-2])月?$/u.exec(rest)
  return month ? `-${(month[1] ?? '').padStart(2, '0')}` : undefined
}
