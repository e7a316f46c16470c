import { analysisDocx, analysisHtml, type AnalysisBlock } from '#contract/analysis.ts'
import { callOf } from '#contract/route.ts'
import type { TemplateCode } from '#core/analysis/template.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslations } from 'use-intl'
import type { AnalysisSearch } from '../search.ts'
import { Badge } from '../ui/badge.tsx'
import { AsOfBand } from '../ui/as-of.tsx'
import { dayOf } from '../ui/china-day.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { PeriodBar } from '../watching/period-bar.tsx'
import { standings } from '../watching/queries.ts'
import { monthsOnly, usePeriodName } from '../watching/use-period-name.ts'
import { AnalysisBlockView } from './analysis-block.tsx'
import styles from './analysis-page.module.css'
import { coveringPeriod } from './covering-period.ts'
import { PdfButton } from './pdf-button.tsx'
import { analysis } from './queries.ts'

const route = getRouteApi('/analysis')

/** The analysis of a month, a quarter or a year as it will be printed, with every figure to its source. */
export function AnalysisPage() {
  const text = useTranslations('analysis')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(standings({}))
  const months = monthsOnly(data?.periods ?? [])
  const month = search.period ?? months[0]
  const choose = (next: AnalysisSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const kind = search.kind ?? 'month'
  const period = month && coveringPeriod(month, kind)
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <>
            <Segmented
              value={kind}
              onChange={(next) => choose({ kind: next })}
              aria-label={text('title')}
              options={(['month', 'quarter', 'year'] as const).map((each) => ({
                value: each,
                label: text(each),
              }))}
            />
            <PeriodBar
              period={month}
              periods={months}
              asOf={search.asOf}
              onPeriod={(next) => choose({ period: next })}
              onAsOf={(day) => choose({ asOf: day })}
            />
          </>
        }
      />
      <AsOfBand asOf={search.asOf} onAsOf={(day) => choose({ asOf: day })} />
      {period ? (
        <Paper period={period} kind={kind} asOf={search.asOf} />
      ) : (
        <EmptyState title={text('none')} hint={text('noneHint')} />
      )}
    </>
  )
}

function Paper({
  period,
  kind,
  asOf,
}: {
  period: Period
  kind: TemplateCode
  asOf: string | undefined
}) {
  const text = useTranslations('analysis')
  const shell = useTranslations('shell')
  const query = useQuery(analysis({ period, ...(asOf !== undefined && { asOf }) }))
  const nameOf = usePeriodName(true)
  const edition = { period, asOf, origin: globalThis.location.origin }
  return (
    <QueryState query={query}>
      {({ blocks, simulated, asOf: known }) => (
        <>
          <div className={styles.tools}>
            <Button type="primary" href={callOf(analysisDocx, edition).url} download>
              {text('download')}
            </Button>
            <PdfButton
              edition={{
                period,
                origin: edition.origin,
                ...(asOf !== undefined && { asOf }),
              }}
              name={`${nameOf(period)}${text('title')}.pdf`}
              label={text('downloadPdf')}
            />
            <Button href={callOf(analysisHtml, edition).url} download>
              {text('downloadHtml')}
            </Button>
            <LinkButton to="/analysis/templates" search={{ code: kind }}>
              {text('template')}
            </LinkButton>
            <span>{text('asOf', { day: dayOf(known) })}</span>
            {simulated && <Badge tone="brand">{shell('simulated')}</Badge>}
          </div>
          <article className={styles.paper}>
            {blocks.map((block, i) => (
              <AnalysisBlockView key={keyOf(block, i)} block={block} asOf={asOf} />
            ))}
          </article>
          <p className={styles.foot}>{text('missing')}</p>
        </>
      )}
    </QueryState>
  )
}

// Blocks have no ids; their place in the paper is what they are.
function keyOf(block: AnalysisBlock, index: number): string {
  return `${block.kind} ${index}`
}
