import {
  type DifferenceState,
  differenceStates,
  type FigureImport,
  type ImportCounts,
  type ImportDifference,
  type ShownImport,
} from '#contract/figure-import.ts'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { cumulativeName } from '#core/period/period-name.ts'
import { useQuery } from '@tanstack/react-query'
import { Pagination, Segmented, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { FeedsLink } from '../indicator/feeds-link.tsx'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from './figure-import.module.css'
import { differencesAtOnce, importDifferences } from './queries.ts'

type Filter = 'all' | 'doubtful' | DifferenceState

/** The dry run: every cell that would change, is refused or stays, and why. */
export function DifferencesPane({ shown }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const [filter, setFilter] = useState<Filter>('all')
  const [offset, setOffset] = useState(0)
  const run = useQuery(
    importDifferences(shown.figureImport.id, {
      states: filter === 'all' || filter === 'doubtful' ? [] : [filter],
      isDoubtful: filter === 'doubtful',
      offset,
    }),
  )
  return (
    <QueryState query={run}>
      {({ counts, total, differences }) => (
        <>
          <div className={styles.tables}>
            <Segmented<Filter>
              aria-label={text('show')}
              value={filter}
              options={filterOptions(counts, (name) => text(`filters.${name}`))}
              onChange={(value) => {
                setFilter(value)
                setOffset(0)
              }}
            />
          </div>
          <DifferenceTable differences={differences} file={shown.figureImport} />
          <Pagination
            className={styles.pages ?? ''}
            hideOnSinglePage
            showSizeChanger={false}
            pageSize={differencesAtOnce}
            total={total}
            current={offset / differencesAtOnce + 1}
            onChange={(page) => setOffset((page - 1) * differencesAtOnce)}
          />
        </>
      )}
    </QueryState>
  )
}

function filterOptions(counts: ImportCounts, name: (filter: Filter) => string) {
  const found = differenceStates.filter((state) => counts[state] > 0)
  const options = found.map((state) => ({ value: state, label: `${name(state)} ${counts[state]}` }))
  return [
    { value: 'all' as const, label: name('all') },
    ...options,
    ...(counts.doubts > 0
      ? [{ value: 'doubtful' as const, label: `${name('doubtful')} ${counts.doubts}` }]
      : []),
  ]
}

const looks = {
  new: ['ok', 'check'],
  changed: ['brand', 'pencil'],
  refused: ['bad', 'cross'],
  kept: ['none', 'dashed'],
  unchanged: ['none', 'dot'],
} as const

// As long as a figure remembers where it stood.
const longestPlace = 100

function DifferenceTable({
  differences,
  file,
}: {
  differences: readonly ImportDifference[]
  file: FigureImport
}) {
  const text = useTranslations('figureImport')
  const columns: TableColumnsType<ImportDifference> = [
    {
      title: text('result'),
      key: 'state',
      render: (_, { state, remarks }) => {
        const [tone, shape] = looks[state]
        return (
          <Badge tone={tone} shape={shape}>
            {remarks.includes('total') ? text('totalRow') : text(`filters.${state}`)}
          </Badge>
        )
      },
    },
    {
      title: text('cell'),
      key: 'place',
      className: styles.place ?? '',
      render: (_, { place, state, subject }) =>
        file.state === 'applied' && state !== 'refused' && subject ? (
          <FeedsLink reference={file.id} place={place.slice(0, longestPlace)}>
            {place}
          </FeedsLink>
        ) : (
          place
        ),
    },
    {
      title: text('subject'),
      key: 'subject',
      render: (_, { subjectName, subject }) => subjectName ?? subject?.code ?? '',
    },
    {
      title: text('indicator'),
      key: 'indicator',
      render: (_, { indicatorName, indicator, unit }) =>
        `${indicatorName ?? indicator ?? ''}${unit ? `（${unit}）` : ''}`,
    },
    {
      title: text('period'),
      key: 'period',
      render: (_, { period }) => (period === undefined ? '' : cumulativeName(period)),
    },
    {
      title: text('known'),
      key: 'before',
      align: 'right',
      render: (_, { before }) =>
        before ? <Amount value={before.value} base={before.base} /> : '—',
    },
    {
      title: text('told'),
      key: 'value',
      align: 'right',
      render: (_, one) => (one.state === 'refused' ? one.text : <Told difference={one} />),
    },
    {
      title: text('why'),
      key: 'why',
      render: (_, one) => <Why difference={one} />,
    },
  ]
  return (
    <DataTable
      label={text('differences')}
      rowKey={({ place, state, indicator, period }) => `${place} ${state} ${indicator} ${period}`}
      rows={differences}
      columns={columns}
      empty={<EmptyState title={text('noDifferences')} hint={text('noDifferencesHint')} />}
    />
  )
}

function Told({ difference: { value, base } }: { difference: ImportDifference }) {
  if (value === undefined) return undefined
  return <Amount value={value} base={base ?? null} />
}

/** A value with what it was a year before; a gap is no zero. */
function Amount({ value, base }: { value: string | null; base: string | null }) {
  const text = useTranslations('figureImport')
  const format = useFormatter()
  const shown = (amount: string) => format.number(Number(amount), { maximumFractionDigits: 4 })
  return (
    <>
      {value === null ? text('gap') : shown(value)}
      {base !== null && (
        <small className={styles.base}>{text('baseIs', { base: shown(base) })}</small>
      )}
    </>
  )
}

function Why({ difference: { why, remarks, doubts } }: { difference: ImportDifference }) {
  const text = useTranslations('figureImport')
  const parts = [
    ...(why === undefined ? [] : [refusalText(why)]),
    ...remarks.filter((remark) => remark !== 'total').map((remark) => remarkText(remark)),
  ]
  function refusalText(code: string): string {
    const key = `refusals.${code}` as 'refusals.error-cell'
    return text.has(key) ? text(key) : problemText({ code })
  }
  function remarkText(code: string): string {
    const key = `remarks.${code}` as 'remarks.formula'
    return text.has(key) ? text(key) : code
  }
  return (
    <>
      {parts.join('；')}
      {doubts.map(({ code, told, computed }) => (
        <span key={`${code}${told}${computed}`} className={styles.doubt}>
          <Badge tone="warn" shape="triangle">
            {text(code === 'total-differs' ? 'totalDiffers' : 'growthDiffers', { told, computed })}
          </Badge>
        </span>
      ))}
    </>
  )
}
