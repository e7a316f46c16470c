import type { Scheme } from '#contract/matter-fields.ts'
import type { Reply } from '#contract/route.ts'
import type { tryScheme } from '#contract/matter-rule.ts'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ColourBadge } from '../matter/colour-badge.tsx'
import { today } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { Field } from './field.tsx'
import { useTryScheme } from './queries.ts'
import styles from './matter-rule.module.css'

type Outcome = Reply<typeof tryScheme>
type Played = Outcome['played'][number]

/** Plays a scheme day by day over what happened: whom it would have reminded, warned and told. */
export function SchemeTrial({ scheme, isReadable }: { scheme: Scheme; isReadable: boolean }) {
  const text = useTranslations('matterRule')
  const problemText = useProblemText()
  const [to, setTo] = useState(today())
  const [from, setFrom] = useState(`${to.slice(0, 4)}-01-01`)
  const attempt = useTryScheme()
  const isStale = attempt.variables !== undefined && attempt.variables.scheme !== scheme
  return (
    <section className={styles.part} aria-label={text('trial')}>
      <h2>{text('trial')}</h2>
      <p className={styles.note}>{text('trialNote')}</p>
      <div className={styles.decision}>
        <Field label={text('since')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          )}
        </Field>
        <Field label={text('until')}>
          {(id) => (
            <Input id={id} type="date" value={to} onChange={({ target }) => setTo(target.value)} />
          )}
        </Field>
        <Button
          loading={attempt.isPending}
          disabled={!isReadable || from === '' || to === '' || from > to}
          onClick={() => attempt.mutate({ scheme, from, to })}
        >
          {text('try')}
        </Button>
      </div>
      {attempt.error && <Alert type="error" showIcon title={problemText(attempt.error).message} />}
      {attempt.data && isStale && <p className={styles.note}>{text('trialStale')}</p>}
      {attempt.data && <Tried outcome={attempt.data} />}
    </section>
  )
}

function Tried({ outcome: { matters, lampDays, slips, played } }: { outcome: Outcome }) {
  const text = useTranslations('matterRule')
  return (
    <>
      <output className={styles.figures}>
        <b>{text('triedMatters', { count: matters })}</b>
        {lampDays.map(({ lamp, days }) => (
          <span key={lamp}>
            <ColourBadge colour={lamp} /> {text('matterDays', { days })}
          </span>
        ))}
        {slips.map(({ slip, count }) => (
          <span key={slip}>
            <ColourBadge colour={slip} kind="slips" /> {text('slipCount', { count })}
          </span>
        ))}
      </output>
      <DataTable<Played>
        label={text('trialDays')}
        rows={played}
        isLong
        rowKey={({ day, matter, what, code }) => `${day} ${matter.id} ${what} ${code}`}
        empty={text('nothingTold')}
        columns={[
          { title: text('day'), dataIndex: 'day', className: 'nowrap' },
          {
            title: text('matter'),
            render: (_, { matter }) => (
              <Link to="/matters/$matterId" params={{ matterId: matter.id }}>
                {matter.number} {matter.title}
              </Link>
            ),
          },
          {
            title: text('wouldBe'),
            render: (_, { what, name }) => `${text(`what.${what}`)}：${name}`,
          },
          { title: text('because'), dataIndex: 'why' },
        ]}
      />
    </>
  )
}
