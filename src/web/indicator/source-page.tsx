import type { figuresOfSource } from '#contract/figure.ts'
import type { Reply } from '#contract/route.ts'
import { type FigureKey, readSubject, subjectKey } from '#core/indicator/figure.ts'
import { isPeriod } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLineWords } from '../figure/use-line-words.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { shown } from '../watching/figure-words.ts'
import styles from '../watching/watching.module.css'
import { Hanging } from './hanging.tsx'
import { figuresFrom } from './queries.ts'
import { latestTaken } from './taken.ts'
import { usePlaceName } from './use-place-name.ts'

const route = getRouteApi('/figures/of-source')

type Taken = Reply<typeof figuresOfSource>['figures'][number]

/** The figures a report or a file gave, or one cell of it, and what hangs on each. */
export function SourcePage() {
  const text = useTranslations('source')
  const placeName = usePlaceName()
  const { reference, place, subject, indicator, period } = route.useSearch()
  const about = subject === undefined ? undefined : readSubject(subject)
  const told =
    about && indicator !== undefined && period !== undefined && isPeriod(period)
      ? { subject: about, indicator, period }
      : undefined
  return (
    <>
      <PageHeader
        title={text(place === undefined ? 'linkWhole' : 'title')}
        note={place === undefined ? text('noteWhole') : text('note', { place: placeName(place) })}
      />
      {reference === undefined ? (
        <EmptyState title={text('incomplete')} />
      ) : (
        <Figures key={`${reference} ${place}`} reference={reference} place={place} told={told} />
      )}
    </>
  )
}

function Figures({
  reference,
  place,
  told,
}: {
  reference: string
  place: string | undefined
  told: FigureKey | undefined
}) {
  const text = useTranslations('source')
  const [chosen, setChosen] = useState<string>()
  const query = useQuery(figuresFrom({ reference, ...(place !== undefined && { place }) }))
  return (
    <QueryState query={query}>
      {({ figures }) => {
        const latest = latestTaken(figures)
        const one = latest.find((each) => keyOf(each) === chosen) ?? latest[0]
        if (!one && told) return <Elsewhere figure={told} />
        if (!one) return <EmptyState title={text('none')} hint={text('noneHint')} />
        return (
          <div className={styles.panels}>
            <section className={styles.panel}>
              <FigureTable figures={latest} chosen={keyOf(one)} onChoose={setChosen} />
            </section>
            <section className={styles.panel} aria-label={text('hanging')} aria-live="polite">
              <OneFigure figure={one} />
            </section>
          </div>
        )
      }}
    </QueryState>
  )
}

/** The same figure was made known from elsewhere: what hangs on it is told all the same. */
function Elsewhere({ figure }: { figure: FigureKey }) {
  const text = useTranslations('source')
  return (
    <section className={styles.panel} aria-label={text('hanging')}>
      <p className={styles.scope}>{text('elsewhere')}</p>
      <OneFigure figure={figure} />
    </section>
  )
}

function keyOf({ subject, indicator, period }: FigureKey): string {
  return `${subjectKey(subject)} ${indicator} ${period}`
}

function OneFigure({ figure }: { figure: FigureKey }) {
  const text = useTranslations('source')
  const words = useLineWords()
  const { subject, indicator, period } = figure
  const question = { subject: subjectKey(subject), indicator, period }
  return (
    <>
      <div className={styles.panelHead}>
        <h2>
          {words.of({ subject }, 'subject')} {words.of({ period }, 'period')}{' '}
          {words.of({ indicator }, 'indicator')}
        </h2>
        <Link to="/figures/lineage" search={question}>
          {text('lineage')}
        </Link>
      </div>
      <Hanging question={question} />
    </>
  )
}

function FigureTable({
  figures,
  chosen,
  onChoose,
}: {
  figures: readonly Taken[]
  chosen: string
  onChoose: (key: string) => void
}) {
  const text = useTranslations('source')
  const words = useLineWords()
  const placeName = usePlaceName()
  const columns: TableColumnsType<Taken> = [
    {
      title: text('place'),
      key: 'place',
      render: (_, { place }) => (place === undefined ? '—' : placeName(place)),
    },
    {
      title: text('subject'),
      key: 'subject',
      render: (_, { subject }) => words.of({ subject }, 'subject'),
    },
    {
      title: text('indicator'),
      key: 'indicator',
      render: (_, { indicator }) => words.of({ indicator }, 'indicator'),
    },
    {
      title: text('period'),
      key: 'period',
      render: (_, { period }) => words.of({ period }, 'period'),
    },
    {
      title: text('value'),
      key: 'value',
      align: 'right',
      render: (_, { value, indicator }) =>
        value === null ? text('gap') : shown(Number(value), words.decimalsOf(indicator)),
    },
    {
      title: text('act'),
      key: 'act',
      render: (_, one) => (
        <Button
          type="link"
          size="small"
          aria-pressed={keyOf(one) === chosen}
          onClick={() => onChoose(keyOf(one))}
        >
          {keyOf(one) === chosen ? text('chosen') : text('choose')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable<Taken>
      label={text('figures')}
      rowKey={keyOf}
      size="small"
      isLong
      rows={figures}
      columns={columns}
      empty={text('none')}
    />
  )
}
