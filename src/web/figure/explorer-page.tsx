import { DownloadOutlined, LinkOutlined } from '@ant-design/icons'
import { figureTableCsv, figureTableXlsx } from '#contract/figure-import.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { session } from '../api/session.ts'
import { figures, library, periodsKnown } from '../indicator/queries.ts'
import type { ExplorerSearch } from '../search.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useEstimates } from './estimated.tsx'
import { ExplorerChoice } from './explorer-choice.tsx'
import { type ExplorerQuestion, explorerQuestion } from './explorer-question.ts'
import { FigureGrid } from './figure-grid.tsx'

const route = getRouteApi('/figures')

/** Figures of any subjects, indicators and periods, turned as one likes; all of it stands in the address. */
export function ExplorerPage() {
  const who = useQuery(session())
  const indicators = useQuery(library())
  const periods = useQuery(periodsKnown())
  const region = who.data?.region.code
  return (
    <QueryState query={indicators}>
      {(known) => (
        <QueryState query={periods}>
          {(there) =>
            region === undefined ? null : (
              <Explorer known={{ region, library: known, periods: there }} />
            )
          }
        </QueryState>
      )}
    </QueryState>
  )
}

function Explorer({ known }: { known: Parameters<typeof explorerQuestion>[1] }) {
  const text = useTranslations('explorer')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const question = useMemo(() => explorerQuestion(search, known), [search, known])
  const choose = (next: ExplorerSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const onAsOf = (day: string | undefined) => choose({ asOf: day })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={<Actions question={question} onAsOf={onAsOf} />}
      />
      <AsOfBand asOf={question.asOf} onAsOf={onAsOf} />
      <ExplorerChoice question={question} known={known} onChange={choose} />
      <Table question={question} />
    </>
  )
}

function Actions({
  question,
  onAsOf,
}: {
  question: ExplorerQuestion
  onAsOf: (day: string | undefined) => void
}) {
  const text = useTranslations('explorer')
  const { message } = App.useApp()
  const { layout, show, asOf } = question
  const asked = { ...inputOf(question), ...layout, show }
  const isEmpty = isUnasked(question)
  const copyLink = async () => {
    await navigator.clipboard.writeText(linkTo(question))
    void message.success(text('copied'))
  }
  return (
    <>
      <AsOfPicker asOf={asOf} onAsOf={onAsOf} />
      {/* Browsers give the clipboard to secure places only. */}
      {window.isSecureContext && (
        <Button icon={<LinkOutlined aria-hidden />} onClick={() => void copyLink()}>
          {text('copyLink')}
        </Button>
      )}
      <Button disabled={isEmpty} href={addressOf(figureTableCsv, asked)} download>
        {text('csv')}
      </Button>
      <Button
        type="primary"
        icon={<DownloadOutlined aria-hidden />}
        disabled={isEmpty}
        href={addressOf(figureTableXlsx, asked)}
        title={text(show === 'value' ? 'xlsxNote' : 'xlsxGrowthNote')}
        download
      >
        {text('xlsx')}
      </Button>
    </>
  )
}

function Table({ question }: { question: ExplorerQuestion }) {
  const text = useTranslations('explorer')
  const query = useQuery({ ...figures(inputOf(question)), enabled: !isUnasked(question) })
  const estimatesOf = useEstimates({
    indicators: question.indicator,
    periods: question.period,
    asOf: question.asOf,
  })
  if (isUnasked(question)) return <EmptyState title={text('choose')} hint={text('chooseHint')} />
  return (
    <QueryState query={query}>
      {(reply) => (
        <FigureGrid
          figures={reply.figures}
          layout={question.layout}
          show={question.show}
          asOf={question.asOf}
          estimatesOf={estimatesOf}
        />
      )}
    </QueryState>
  )
}

function inputOf({ subject, indicator, period, asOf }: ExplorerQuestion) {
  return {
    subject: [...subject],
    indicator: [...indicator],
    period: [...period],
    ...(asOf !== undefined && { asOf }),
  }
}

function isUnasked({ subject, indicator, period }: ExplorerQuestion): boolean {
  return subject.length === 0 || indicator.length === 0 || period.length === 0
}

/** Everything that is seen, also what nobody chose: who opens it later sees the same. */
function linkTo({ subject, indicator, period, layout, show, asOf }: ExplorerQuestion): string {
  const said = { subject, indicator, period, ...layout, show, asOf }
  const parts = Object.entries(said).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(asSearch(value))}`],
  )
  return `${location.origin}${location.pathname}?${parts.join('&')}`
}

function asSearch(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
