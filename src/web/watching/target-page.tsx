import type { Reply } from '#contract/route.ts'
import { addJudgement, giveAccount, giveVerdict, type targetStanding } from '#contract/watching.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { WatchingSearch } from '../search.ts'
import { AsOfBand } from '../ui/as-of.tsx'
import { dayOf } from '../ui/china-day.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { readableDecimals, share, shownWithUnit, signedShare } from './figure-words.ts'
import { JudgementDialog } from './judgement-dialog.tsx'
import { Judgements } from './judgements.tsx'
import { TargetLamp } from './lamp-of.tsx'
import { MethodTable } from './method-table.tsx'
import { PathDrawer } from './path-drawer.tsx'
import { PeriodBar } from './period-bar.tsx'
import { SaidForecasts } from './said-forecasts.tsx'
import { SayDialog } from './say-dialog.tsx'
import { standingOfTarget, standings } from './queries.ts'
import { CurveChart } from './target-curve.tsx'
import { monthsOnly, usePeriodName } from './use-period-name.ts'
import { YearTable } from './year-table.tsx'
import styles from './watching.module.css'

const route = getRouteApi('/watching/targets/$region/$targetId')

type Target = Reply<typeof targetStanding>

/** One target: curve, deviation and fan; why its lamp; what was said; what the year will bring. */
export function TargetPage() {
  const { region, targetId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { period, asOf } = search
  const query = useQuery(
    standingOfTarget({
      region,
      id: targetId,
      ...(period && { period }),
      ...(asOf !== undefined && { asOf }),
    }),
  )
  const all = useQuery(standings({ ...(asOf !== undefined && { asOf }) }))
  const choose = (next: WatchingSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return (
    <QueryState query={query}>
      {(target) => (
        <>
          <Head
            target={target}
            bar={
              <PeriodBar
                period={period ?? target.standing.period ?? all.data?.period}
                periods={monthsOnly(all.data?.periods ?? [])}
                asOf={asOf}
                onPeriod={(next) => choose({ period: next })}
                onAsOf={(day) => choose({ asOf: day })}
              />
            }
          />
          <AsOfBand asOf={asOf} onAsOf={(day) => choose({ asOf: day })} />
          <Body target={target} region={region} />
        </>
      )}
    </QueryState>
  )
}

function Head({ target, bar }: { target: Target; bar: React.ReactNode }) {
  const text = useTranslations('watching')
  const { standing } = target
  return (
    <PageHeader
      title={`${standing.scope ?? ''}${standing.indicator}`}
      note={
        <>
          <TargetLamp lamp={standing.lamp} />
          {standing.attribute && <span>{standing.attribute}</span>}
          <span>
            {standing.measure
              ? text('page.bound', { name: standing.measure.name })
              : text('page.unbound')}
          </span>
          <Link to="/targets" search={{ target: standing.id }}>
            {text('page.toLedger')}
          </Link>
        </>
      }
      actions={bar}
    />
  )
}

function Body({ target, region }: { target: Target; region: string }) {
  const text = useTranslations('watching')
  const [isPathOpen, setPathOpen] = useState(false)
  const { standing } = target
  return (
    <>
      <Facts target={target} />
      {target.curve.length > 0 && (
        <section className={styles.panel}>
          <div className={styles.panelHead}>
            <h2>
              {text('curve')}
              <small>{standing.unit}</small>
            </h2>
            <span className={styles.scope}>
              {text(`method.${standing.method}`)}
              {standing.within && ` · ${text(`within.${standing.within}`)}`}{' '}
              <Button size="small" onClick={() => setPathOpen(true)}>
                {text('page.editPath')}
              </Button>
            </span>
          </div>
          <CurveChart target={target} />
        </section>
      )}
      <Three target={target} region={region} />
      <div className={styles.panels}>
        <section className={styles.panel}>
          <div className={styles.panelHead}>
            <h2>{text('page.years')}</h2>
          </div>
          <YearTable target={target} />
        </section>
        <section className={styles.panel}>
          <div className={styles.panelHead}>
            <h2>{text('page.methods')}</h2>
          </div>
          <MethodTable target={target} />
        </section>
      </div>
      <Judgement target={target} region={region} />
      <SaidForecasts target={target} region={region} />
      <Said target={target} />
      <PathDrawer
        target={target}
        region={region}
        isOpen={isPathOpen}
        onClose={() => setPathOpen(false)}
      />
    </>
  )
}

function Facts({ target }: { target: Target }) {
  const text = useTranslations('watching')
  const nameOf = usePeriodName(true)
  const { standing } = target
  const { actual, planned, unit, decimals, outlook } = standing
  const digits = readableDecimals(actual ?? planned, decimals)
  const facts = [
    [
      `${standing.period ? nameOf(standing.period) : ''} ${text('columns.actual')}`,
      shownWithUnit(actual, digits, unit),
    ],
    [text('columns.planned'), shownWithUnit(planned, digits, unit)],
    [text('columns.deviation'), signedShare(standing.deviation)],
    [text('columns.growth'), signedShare(standing.growth)],
    [text('page.outlook'), shownWithUnit(outlook?.mean, digits, unit)],
    [
      text('probability', { share: '' }).trim(),
      outlook?.probability === undefined ? '—' : share(outlook.probability),
    ],
    [text('page.restOfYear'), signedShare(standing.requiredRestOfYear)],
    [text('page.perYear'), signedShare(standing.requiredPerYear)],
  ] as const
  return (
    <section className={styles.panel} style={{ marginBottom: 12 }}>
      <div className={styles.facts} style={{ marginBottom: 0 }}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <span>{name}</span>
            <strong>{value}</strong>
          </div>
        ))}
      </div>
      {standing.reasons.map((reason) => (
        <p key={reason} className={styles.scope}>
          {text(`reason.${reason}`)}
        </p>
      ))}
    </section>
  )
}

/** The computed lamp, the unit's account and the reviewer's verdict: three things side by side. */
function Three({ target, region }: { target: Target; region: string }) {
  const text = useTranslations('watching')
  const [saying, setSaying] = useState<'account' | 'verdict'>()
  const mayAccount = useMay(giveAccount)
  const mayJudge = useMay(giveVerdict)
  const { standing } = target
  const { account, verdict, period } = standing
  return (
    <div className={styles.three} style={{ marginTop: 12 }}>
      <section className={styles.panel}>
        <h2>{text('page.computed')}</h2>
        <TargetLamp lamp={standing.lamp} />
        <p className={styles.scope}>
          {standing.because
            ? `${text('page.because')}：${standing.because}`
            : text('page.noBecause')}
        </p>
      </section>
      <section className={styles.panel}>
        <h2>{text('page.account')}</h2>
        {account ? (
          <Words of={account} />
        ) : (
          <p className={styles.scope}>{text('page.noAccount')}</p>
        )}
        {mayAccount && period && (
          <Button size="small" onClick={() => setSaying('account')}>
            {text('page.giveAccount')}
          </Button>
        )}
      </section>
      <section className={styles.panel}>
        <h2>{text('page.verdict')}</h2>
        {verdict ? (
          <>
            <TargetLamp lamp={verdict.lamp} />
            <Words of={verdict} />
          </>
        ) : (
          <p className={styles.scope}>{text('page.noVerdict')}</p>
        )}
        {mayJudge && period && (
          <Button size="small" onClick={() => setSaying('verdict')}>
            {text('page.giveVerdict')}
          </Button>
        )}
      </section>
      {saying && period && (
        <SayDialog
          kind={saying}
          target={{ region, id: standing.id, period }}
          lamp={standing.lamp}
          onClose={() => setSaying(undefined)}
        />
      )}
    </div>
  )
}

function Words({ of }: { of: { text: string; by: { name: string }; at: string } }) {
  return (
    <p>
      {of.text}
      <br />
      <span className={styles.scope}>
        {of.by.name} · {dayOf(of.at)}
      </span>
    </p>
  )
}

function Judgement({ target, region }: { target: Target; region: string }) {
  const text = useTranslations('watching')
  const [isAdding, setIsAdding] = useState(false)
  const mayAdd = useMay(addJudgement)
  const { standing } = target
  const { outlook } = standing
  return (
    <section className={styles.panel} style={{ marginBottom: 12 }}>
      <div className={styles.panelHead}>
        <h2>
          {text('page.outlook')}
          {outlook && (
            <small>
              {text('page.interval')} {shownWithUnit(outlook.lower80, 1, '')} —{' '}
              {shownWithUnit(outlook.upper80, 1, standing.unit)}
            </small>
          )}
        </h2>
        {mayAdd && (
          <Button size="small" onClick={() => setIsAdding(true)}>
            {text('page.addJudgement')}
          </Button>
        )}
      </div>
      {outlook && (
        <p className={styles.scope}>
          {text('page.models', { count: outlook.models.length })} ·{' '}
          {outlook.pastError === undefined
            ? text('page.noPastError')
            : `${text('page.pastError')} ${shownWithUnit(outlook.pastError * 100, 1, '%')}`}
        </p>
      )}
      <p className={styles.scope}>{text('page.judgementsNote')}</p>
      <Judgements target={target} mayWithdraw={mayAdd} />
      {isAdding && (
        <JudgementDialog
          target={{ region, id: standing.id }}
          unit={standing.unit}
          year={Number((standing.period ?? target.curve[0]?.period ?? '2026').slice(0, 4))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </section>
  )
}

function Said({ target }: { target: Target }) {
  const text = useTranslations('watching')
  const nameOf = usePeriodName()
  if (target.said.length === 0) return null
  return (
    <section className={styles.panel}>
      <div className={styles.panelHead}>
        <h2>{text('page.said')}</h2>
      </div>
      <ul className={styles.said}>
        {target.said.map((one) => (
          <li key={one.at + one.kind}>
            <b>{text(one.kind === 'account' ? 'page.account' : 'page.verdict')}</b> ·{' '}
            {nameOf(one.period)} · {one.by.name} · {dayOf(one.at)}{' '}
            {one.lamp && <TargetLamp lamp={one.lamp} />}
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
