import { defineIndicator, type indicatorHistory } from '#contract/indicator.ts'
import type { Reply } from '#contract/route.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import type { IndicatorSearch } from '../search.ts'
import { AsOfBand, AsOfPicker } from '../ui/as-of.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { IndicatorFigures } from './indicator-figures.tsx'
import { IndicatorRevisions } from './indicator-revisions.tsx'
import { IndicatorTargets } from './indicator-targets.tsx'
import { IndicatorVersions } from './indicator-versions.tsx'
import { oneIndicator, subjects } from './queries.ts'
import { useIndicatorName } from './use-indicator-name.ts'

const route = getRouteApi('/indicators/$code')

/** One indicator: what it is, its figures and who they are made of, what was corrected, which targets it measures. */
export function IndicatorPage() {
  const { code } = route.useParams()
  const query = useQuery(oneIndicator(code))
  return <QueryState query={query}>{(indicator) => <Indicator indicator={indicator} />}</QueryState>
}

function Indicator({ indicator }: { indicator: Reply<typeof indicatorHistory> }) {
  const text = useTranslations('indicators')
  const who = useQuery(session())
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [latest] = indicator.versions
  if (!latest || !who.data) return null
  const { definition } = latest
  const region = who.data.region.code
  const subject = search.subject ?? `region:${region}`
  const choose = (next: IndicatorSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const onAsOf = (day: string | undefined) => choose({ asOf: day })
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
        actions={
          <>
            <SubjectChoice value={subject} onChange={(next) => choose({ subject: next })} />
            <AsOfPicker asOf={search.asOf} onAsOf={onAsOf} />
            <Ways code={definition.code} subject={subject} asOf={search.asOf} />
          </>
        }
      />
      <AsOfBand asOf={search.asOf} onAsOf={onAsOf} />
      <Definition indicator={indicator} />
      <IndicatorFigures definition={definition} subject={subject} asOf={search.asOf} />
      <IndicatorTargets code={definition.code} region={region} />
      <IndicatorRevisions definition={definition} subject={subject} />
      <IndicatorVersions versions={indicator.versions} />
    </>
  )
}

function Ways({
  code,
  subject,
  asOf,
}: {
  code: string
  subject: string
  asOf: string | undefined
}) {
  const text = useTranslations('indicators')
  const mayDefine = useMay(defineIndicator)
  return (
    <>
      <LinkButton to="/figures" search={{ subject: [subject], indicator: [code], asOf }}>
        {text('inTable')}
      </LinkButton>
      <LinkButton look="primary" to="/formulas" search={{ code, subject }}>
        {text(mayDefine ? 'edit' : 'tryOut')}
      </LinkButton>
    </>
  )
}

function SubjectChoice({
  value,
  onChange,
}: {
  value: string
  onChange: (subject: string) => void
}) {
  const text = useTranslations('indicators')
  const { data } = useQuery(subjects())
  const options = useMemo(
    () => (data ?? []).map(({ subject, name }) => ({ value: subjectKey(subject), label: name })),
    [data],
  )
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      className={styles.period ?? ''}
      aria-label={text('subject')}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}

function Definition({ indicator }: { indicator: Reply<typeof indicatorHistory> }) {
  const text = useTranslations('indicators')
  const [latest] = indicator.versions
  if (!latest) return null
  const { formula, definition, source, standard, aliases } = latest.definition
  return (
    <section className={styles.panel} style={{ marginBottom: 12 }}>
      {formula !== undefined && (
        <p>
          {text('columns.formula')}：<code>{formula}</code>
        </p>
      )}
      {definition !== '' && (
        <p>
          {text('definition')}：{definition}
        </p>
      )}
      <p className={styles.scope}>
        {text('columns.source')}：{source}
        {standard !== undefined && ` · ${text('standard')}：${standard}`}
      </p>
      {aliases.length > 0 && (
        <p className={styles.scope}>
          {text('aliases')}：{aliases.join('、')}
        </p>
      )}
      <Others label={text('uses')} codes={indicator.uses} />
      <Others label={text('usedBy')} codes={indicator.usedBy} />
    </section>
  )
}

function Others({ label, codes }: { label: string; codes: readonly string[] }) {
  const nameOf = useIndicatorName()
  if (codes.length === 0) return null
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
