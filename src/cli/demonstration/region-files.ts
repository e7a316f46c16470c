import { columnNames, columns } from '#core/demonstration/columns.ts'
import { type Demonstration } from '#core/demonstration/demonstration.ts'
import { demonstrationPlaces } from '#core/demonstration/places.ts'
import { decimalOf } from '#core/demonstration/reports.ts'
import { firstYear, monthOfIndex, yearOfIndex } from '#core/demonstration/rhythm.ts'
import { truthOf } from '#core/demonstration/truth.ts'
import { monthPeriod } from '#core/period/period.ts'

/** The files of an invented district, by name: tables as CSV, what was planted as JSON. */
export function regionFiles(demonstration: Demonstration): ReadonlyMap<string, string> {
  return new Map([
    ['places.csv', placeTable()],
    ['enterprises.csv', enterpriseTable(demonstration)],
    ['tags.csv', tagTable(demonstration)],
    ['projects.csv', projectTable(demonstration)],
    ['investment.csv', investmentTable(demonstration)],
    ['reports.csv', reportTable(demonstration)],
    ['truth.json', `${JSON.stringify(truthOf(demonstration), null, 2)}\n`],
  ])
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('')
}

function placeTable(): string {
  return table(
    ['code', 'kind', 'name'],
    demonstrationPlaces.map(({ code, kind, name }) => [code, kind, name]),
  )
}

function enterpriseTable({ enterprises }: Demonstration): string {
  return table(
    [
      'uscc',
      'name',
      'former_name',
      'industry',
      'product',
      'place',
      'chains',
      'established',
      'reports_from',
      'reports_to',
    ],
    enterprises.map(({ uscc, name, formerName, branch, place, established, standing }) => [
      uscc,
      name,
      formerName ?? '',
      branch.industry,
      branch.product,
      place,
      branch.places.map(({ chain, node }) => `${chain}/${node}`).join(' '),
      established,
      standing.from ?? '',
      standing.to ?? '',
    ]),
  )
}

function tagTable({ tags, enterprises }: Demonstration): string {
  return table(
    ['uscc', 'tag', 'share', 'from', 'to', 'evidence'],
    tags.map(({ enterprise, tag, share, from, to, evidence }) => [
      enterprises[enterprise]?.uscc ?? '',
      tag,
      share / 10_000,
      from,
      to ?? '',
      evidence,
    ]),
  )
}

function projectTable({ projects }: Demonstration): string {
  return table(
    ['id', 'name', 'plan_number', 'industry', 'place', 'total_wan_yuan', 'from', 'to'],
    projects.map(({ id, name, planNumber, cluster, place, total, from, to }) => [
      id,
      name,
      planNumber ?? '',
      cluster,
      place,
      total,
      from,
      to,
    ]),
  )
}

function investmentTable({ projects, periods }: Demonstration): string {
  const [first = String(firstYear)] = periods
  const last = periods.at(-1) ?? ''
  return table(
    ['id', 'month', 'wan_yuan'],
    projects.flatMap(({ id, invested }) =>
      invested.flatMap((value, index) => {
        const month = monthPeriod(yearOfIndex(index), monthOfIndex(index))
        const isTold = value > 0 && month.slice(0, 4) >= first.slice(0, 4) && month <= last
        return isTold ? [[id, month, value]] : []
      }),
    ),
  )
}

function reportTable({ periods, reportsOf, enterprises }: Demonstration): string {
  const codes = columnNames.map((name) => columns[name].code)
  const rows = periods.flatMap((period) =>
    reportsOf(period).map((report) => [
      enterprises[report.enterprise]?.uscc ?? '',
      period,
      report.version,
      report.submittedAt,
      report.acceptedAt ?? '',
      ...columnNames.map((name) => decimalOf(name, report.values[name])),
      ...columnNames.map((name) => decimalOf(name, report.base[name])),
    ]),
  )
  const head = ['uscc', 'period', 'version', 'submitted_at', 'accepted_at']
  return table([...head, ...codes, ...codes.map((code) => `${code}:last-year`)], rows)
}
