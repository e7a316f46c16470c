import type { Reply } from '#contract/route.ts'
import type { targetStanding } from '#contract/watching.ts'
import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { signedFigure, withUnit } from '../plan/number-words.ts'
import { dayOf } from '../ui/china-day.ts'
import { useWithdrawJudgement } from './queries.ts'
import styles from './watching.module.css'

/** What people added to the forecast, each to be taken back. */
export function Judgements({
  target,
  mayWithdraw,
}: {
  target: Reply<typeof targetStanding>
  mayWithdraw: boolean
}) {
  const text = useTranslations('watching.page')
  const withdraw = useWithdrawJudgement()
  return (
    <ul className={styles.said}>
      {target.judgements.map(({ id, year, amount, name, why, by, at }) => (
        <li key={id}>
          <b>{name}</b> · {year} · {withUnit(signedFigure(amount), target.standing.unit)}{' '}
          {mayWithdraw && (
            <Button
              size="small"
              type="link"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ id })}
            >
              {text('withdraw')}
            </Button>
          )}
          <p className={styles.scope}>
            {why} · {by.name} · {dayOf(at)}
          </p>
        </li>
      ))}
    </ul>
  )
}
