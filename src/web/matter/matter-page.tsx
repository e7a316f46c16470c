import type { MatterDetail } from '#contract/matter.ts'
import type { MatterId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ActDialog } from './act-dialog.tsx'
import { ColourBadge } from './colour-badge.tsx'
import { Comments } from './comments.tsx'
import { DueWords } from './due-words.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FigureState } from './figure-state.tsx'
import { oneMatter, useWatch } from './queries.ts'
import { Timeline } from './timeline.tsx'
import { WhenWords } from './when-words.tsx'
import styles from './matters.module.css'

const route = getRouteApi('/matters/$matterId')

/** One matter: what it is, three statements on it, what may be done, proof, and what happened. */
export function MatterPage() {
  const { matterId } = route.useParams()
  const query = useQuery(oneMatter(matterId as MatterId))
  return <QueryState query={query}>{(matter) => <Matter matter={matter} />}</QueryState>
}

function Matter({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters')
  const watch = useWatch()
  return (
    <>
      <PageHeader
        title={matter.title}
        note={
          <>
            <span>{matter.number}</span>
            <b>{matter.stateName}</b>
            {matter.lamp && <ColourBadge colour={matter.lamp} />}
            {matter.slip && <ColourBadge colour={matter.slip.code} kind="slips" />}
            <span>
              {text('columns.lead')} {matter.lead?.name ?? text('noLead')}
            </span>
            {matter.responsible.length > 0 && (
              <span>
                {text('one.responsible')} {matter.responsible.map(({ name }) => name).join('、')}
              </span>
            )}
          </>
        }
        actions={
          <Button
            loading={watch.isPending}
            onClick={() => watch.mutate({ id: matter.id, watched: !matter.watched })}
          >
            {text(matter.watched ? 'one.unwatch' : 'one.watch')}
          </Button>
        }
      />
      <section className={styles.panel}>
        {matter.text && <p>{matter.text}</p>}
        <DueWords matter={matter} />
        <Source matter={matter} />
      </section>
      <Actions matter={matter} />
      <Three matter={matter} />
      <div className={styles.two}>
        <div>
          <EvidencePanel matter={matter} />
          <Timeline matter={matter} />
        </div>
        <div>
          <Steps matter={matter} />
          <Comments matter={matter} />
        </div>
      </div>
    </>
  )
}

function Source({ matter: { source, parent, mergedInto } }: { matter: MatterDetail }) {
  const text = useTranslations('matters')
  return (
    <div className={styles.note}>
      {text('source')}：{text(`sources.${source.kind}`)}{' '}
      {source.kind === 'plan' && (
        <Link
          to="/plans/$region/$planId"
          params={{ region: source.regionCode, planId: source.planId }}
          search={{ tab: 'task', item: source.taskId }}
        >
          {source.planTitle} {source.no}
        </Link>
      )}
      {source.kind !== 'plan' && source.kind !== 'person' && source.title}
      {parent && (
        <>
          {' · '}
          {text('one.parent')}{' '}
          <Link to="/matters/$matterId" params={{ matterId: parent.id }}>
            {parent.number}
          </Link>
        </>
      )}
      {mergedInto && (
        <>
          {' · '}
          {text('one.mergedInto')}{' '}
          <Link to="/matters/$matterId" params={{ matterId: mergedInto.id }}>
            {mergedInto.number}
          </Link>
        </>
      )}
    </div>
  )
}

function Actions({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters')
  const [doing, setDoing] = useState<MatterDetail['actions'][number]>()
  if (matter.actions.length === 0) return null
  return (
    <section className={styles.panel} aria-label={text('one.actions')}>
      <div className={styles.actions}>
        {matter.actions.map((action, i) => (
          <Button
            key={action.code}
            type={i === 0 ? 'primary' : 'default'}
            onClick={() => setDoing(action)}
          >
            {action.name}
          </Button>
        ))}
      </div>
      {doing && <ActDialog matter={matter} action={doing} onClose={() => setDoing(undefined)} />}
    </section>
  )
}

/** What is computed, what the unit says, what the reviewer says: never mixed. */
function Three({ matter: { computed, account, verdict } }: { matter: MatterDetail }) {
  const text = useTranslations('matters')
  return (
    <div className={styles.three}>
      <section className={styles.panel}>
        <h2>{text('one.computed')}</h2>
        {computed.lamp && <ColourBadge colour={computed.lamp} />}
        {computed.why.map((why) => (
          <p key={why} className={styles.note}>
            {why}
          </p>
        ))}
        {computed.figure && <FigureState verdict={computed.figure} />}
        {!computed.certain && <p className={styles.note}>{text('one.uncertain')}</p>}
      </section>
      <section className={styles.panel}>
        <h2>{text('one.account')}</h2>
        {account ? (
          <>
            <p>{account.words}</p>
            <div className={styles.note}>
              {account.unit?.name} {account.by.name} · <WhenWords at={account.at} />
              {account.progress !== undefined && ` · ${account.progress}%`}
            </div>
          </>
        ) : (
          <p className={styles.note}>{text('one.noAccount')}</p>
        )}
      </section>
      <section className={styles.panel}>
        <h2>{text('one.verdict')}</h2>
        {verdict ? (
          <>
            <p>{verdict.words}</p>
            <div className={styles.note}>
              {verdict.by.name} · <WhenWords at={verdict.at} />
              {verdict.quality && ` · ${text(`act.${verdict.quality}`)}`}
            </div>
          </>
        ) : (
          <p className={styles.note}>{text('one.noVerdict')}</p>
        )}
      </section>
    </div>
  )
}

function Steps({ matter: { steps, parts } }: { matter: MatterDetail }) {
  const text = useTranslations('matters')
  if (steps.length === 0 && parts.length === 0) return null
  return (
    <section className={styles.panel}>
      {steps.length > 0 && <h2>{text('one.steps')}</h2>}
      <ul className={styles.lines}>
        {steps.map(({ code, name, due, doneOn }) => (
          <li key={code}>
            {doneOn ? '✓' : '○'} {name} <span className={styles.note}>{doneOn ?? due}</span>
          </li>
        ))}
      </ul>
      {parts.length > 0 && <h2>{text('one.parts')}</h2>}
      <ul className={styles.lines}>
        {parts.map(({ id, number, title, stateName }) => (
          <li key={id}>
            <Link to="/matters/$matterId" params={{ matterId: id }}>
              {number} {title}
            </Link>{' '}
            <span className={styles.note}>{stateName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
