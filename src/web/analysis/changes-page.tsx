import { whatChanged } from '#contract/analysis.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import type { ChangesSearch } from '../search.ts'
import { withUnit } from '../plan/number-words.ts'
import { dayOf, daysAgo, today } from '../ui/china-day.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { GradeBadge } from '../warning/grade-badge.tsx'
import { shown } from '../watching/figure-words.ts'
import { TargetLamp } from '../watching/lamp-of.tsx'
import { usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import own from './changes.module.css'
import { changes } from './queries.ts'

const route = getRouteApi('/changes')

type Changes = Reply<typeof whatChanged>

/** What a meeting asks first, on one page. */
export function ChangesPage() {
  const text = useTranslations('changes')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const from = search.from ?? daysAgo(30)
  const to = search.to ?? today()
  const query = useQuery(changes({ from, to }))
  const choose = (next: ChangesSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <div className={styles.bar}>
            <label className={styles.asOf}>
              {text('from')}
              <Input
                type="date"
                value={from}
                onChange={({ target }) => choose({ from: target.value || undefined })}
              />
            </label>
            <label className={styles.asOf}>
              {text('to')}
              <Input
                type="date"
                value={to}
                onChange={({ target }) => choose({ to: target.value || undefined })}
              />
            </label>
            <Button onClick={() => globalThis.print()}>{text('print')}</Button>
          </div>
        }
      />
      <QueryState query={query}>{(found) => <Found changes={found} />}</QueryState>
    </>
  )
}

function Found({ changes: { lamps, revised, warnings, matters } }: { changes: Changes }) {
  const text = useTranslations('changes')
  const who = useQuery(session())
  const nameOf = usePeriodName()
  const region = who.data?.region.code ?? ''
  return (
    <div className={`${styles.panels} ${own.sheet}`}>
      <div>
        <Part title={text('lamps')}>
          {lamps.map(({ target, indicator, from, to }) => (
            <li key={target}>
              <Link to="/watching/targets/$region/$targetId" params={{ region, targetId: target }}>
                {indicator}
              </Link>{' '}
              <TargetLamp lamp={from} /> → <TargetLamp lamp={to} />
            </li>
          ))}
        </Part>
        <Part title={text('revised')}>
          {revised.map((one) => (
            <li key={`${one.subject.kind}:${one.subject.code} ${one.indicator}`}>
              {one.subjectName} {one.name} {nameOf(one.period)}{' '}
              {withUnit(
                text('was', { before: shown(one.before, 0), after: shown(one.after, 0) }),
                one.unit,
              )}
            </li>
          ))}
        </Part>
        <Part title={`${text('warnings')} · ${text('raised')}`}>
          {warnings.raised.map(({ name, subjectName, grade }) => (
            <li key={`${name} ${subjectName}`}>
              <GradeBadge grade={grade} /> {subjectName} {name}
            </li>
          ))}
        </Part>
        <Part title={`${text('warnings')} · ${text('cleared')}`}>
          {warnings.cleared.map(({ name, subjectName }) => (
            <li key={`${name} ${subjectName}`}>
              {subjectName} {name}
            </li>
          ))}
        </Part>
      </div>
      <div>
        <Matters title={text('slipped')} matters={matters.slipped} />
        <Matters title={text('opened')} matters={matters.opened} />
        <Matters title={text('closed')} matters={matters.closed} />
        <Part title={text('said')}>
          {matters.said.map(({ id, title, lead, words, at }) => (
            <li key={id + at}>
              <Link to="/matters/$matterId" params={{ matterId: id }}>
                {title}
              </Link>
              <div className={styles.scope}>
                {lead} · {dayOf(at)}：{words}
              </div>
            </li>
          ))}
        </Part>
      </div>
    </div>
  )
}

function Matters({ title, matters }: { title: string; matters: Changes['matters']['opened'] }) {
  return (
    <Part title={title}>
      {matters.map(({ id, number, title: called, lead, due }) => (
        <li key={id}>
          <Link to="/matters/$matterId" params={{ matterId: id }}>
            {number} {called}
          </Link>{' '}
          <span className={styles.scope}>
            {lead} {due}
          </span>
        </li>
      ))}
    </Part>
  )
}

/** How many lines of a part fit on the one sheet; the style hides the others in print. */
const onPaper = 6

/** How many lines a part begins with on the screen. */
const atFirst = 8

function Part({ title, children }: { title: string; children: readonly ReactNode[] }) {
  const text = useTranslations('changes')
  const [isWhole, setWhole] = useState(false)
  const { length } = children
  return (
    <section className={`${styles.panel} ${own.part}`}>
      <h2>
        {title} <small className={styles.unit}>{length}</small>
      </h2>
      {length === 0 ? (
        <p className={styles.scope}>{text('nothing')}</p>
      ) : (
        <>
          <ul className={styles.said}>{isWhole ? children : children.slice(0, atFirst)}</ul>
          {length > atFirst && (
            <Button
              size="small"
              type="link"
              className={own.whole ?? ''}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? text('fewer') : text('whole', { count: length })}
            </Button>
          )}
          {length > onPaper && (
            <p className={own.rest}>{text('onPaper', { count: length - onPaper })}</p>
          )}
        </>
      )}
    </section>
  )
}
