import type { Reply } from '#contract/route.ts'
import type { indicatorHistory } from '#contract/indicator.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { IndicatorFigures } from './indicator-figures.tsx'
import { library, oneIndicator } from './queries.ts'

const route = getRouteApi('/indicators/$code')

/** One indicator: what it is, what it reads and who reads it, its figures, its versions. */
export function IndicatorPage() {
  const { code } = route.useParams()
  const query = useQuery(oneIndicator(code))
  return <QueryState query={query}>{(indicator) => <Indicator indicator={indicator} />}</QueryState>
}

function Indicator({ indicator }: { indicator: Reply<typeof indicatorHistory> }) {
  const text = useTranslations('indicators')
  const who = useQuery(session())
  const [latest] = indicator.versions
  if (!latest) return null
  const { definition } = latest
  return (
    <>
      <PageHeader
        title={definition.name}
        note={
          <>
            <span>{definition.code}</span>
            <span>{definition.unit}</span>
            <span>{text(`kinds.${definition.kind}`)}</span>
            <span>{text(`frequency.${definition.frequency}`)}</span>
            <span>{text(`overSpace.${definition.overSpace}`)}</span>
          </>
        }
      />
      <section className={styles.panel} style={{ marginBottom: 12 }}>
        {definition.formula && (
          <p>
            {text('columns.formula')}：<code>{definition.formula}</code>
          </p>
        )}
        <p>
          {text('definition')}：{definition.definition}
        </p>
        <p className={styles.scope}>
          {text('columns.source')}：{definition.source}
          {definition.standard && ` · ${text('standard')}：${definition.standard}`}
        </p>
        {definition.aliases.length > 0 && (
          <p className={styles.scope}>
            {text('aliases')}：{definition.aliases.join('、')}
          </p>
        )}
        <Others label={text('uses')} codes={indicator.uses} />
        <Others label={text('usedBy')} codes={indicator.usedBy} />
      </section>
      {who.data && <IndicatorFigures definition={definition} region={who.data.region.code} />}
      <section className={styles.panel}>
        <h2>{text('history')}</h2>
        <ul className={styles.said}>
          {indicator.versions.map(({ version, shipped, at, by, why, definition: own }) => (
            <li key={version}>
              {text('version', { version })} · {shipped ? text('shipped') : by?.name} ·{' '}
              {at.slice(0, 10)}
              {why && ` · ${why}`}
              {own.formula && <div className={styles.scope}>{own.formula}</div>}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Others({ label, codes }: { label: string; codes: readonly string[] }) {
  const { data } = useQuery(library())
  if (codes.length === 0) return null
  const nameOf = (code: string): string =>
    data?.find(({ definition }) => definition.code === code)?.definition.name ?? code
  return (
    <p className={styles.scope}>
      {label}：
      {codes.map((code, i) => (
        <span key={code}>
          {i > 0 && '、'}
          <Link to="/indicators/$code" params={{ code }}>
            {nameOf(code)}
          </Link>
        </span>
      ))}
    </p>
  )
}
