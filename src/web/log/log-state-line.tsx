import type { Reply } from '#contract/route.ts'
import type { showLogState } from '#contract/log.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'
import { Badge } from '../ui/badge.tsx'
import { LoadingState } from '../ui/loading-state.tsx'
import styles from './log-page.module.css'
import { logState } from './queries.ts'

type KnownProblem = keyof (typeof zh)['log']['problems']
type State = Reply<typeof showLogState>

/** How long the log is, how far it is signed, and what the last verification found. */
export function LogStateLine() {
  const text = useTranslations('log.state')
  const { data } = useQuery(logState())
  const format = useFormatter()
  const moment = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  if (!data) return <LoadingState />
  const { length, signed } = data
  return (
    <>
      <p className={styles.state}>
        <span>{text('length', { count: length })}</span>
        <span>
          {signed
            ? text('signed', { position: signed.position, time: moment(signed.at) })
            : text('unsigned')}
        </span>
        <Verified verified={data.verified} moment={moment} />
      </p>
      <Problems verified={data.verified} />
    </>
  )
}

function Verified({
  verified,
  moment,
}: {
  verified: State['verified']
  moment: (at: string) => string
}) {
  const text = useTranslations('log.state')
  if (!verified) return <Badge tone="none">{text('unverified')}</Badge>
  const time = moment(verified.at)
  return verified.isSound ? (
    <Badge tone="ok" shape="check">
      {text('sound', { time })}
    </Badge>
  ) : (
    <Badge tone="bad" shape="cross">
      {text('unsound', { time, count: problemsOf(verified).length })}
    </Badge>
  )
}

function Problems({ verified }: { verified: State['verified'] }) {
  const known = useTranslations('log.problems')
  if (!verified || verified.isSound) return null
  return (
    <ul className={styles.problems}>
      {problemsOf(verified)
        .slice(0, 20)
        .map(({ code, about }) => (
          <li key={`${code} ${about}`}>
            {known.has(code as KnownProblem) ? known(code as KnownProblem) : code} {about}
          </li>
        ))}
    </ul>
  )
}

function problemsOf({ checks }: NonNullable<State['verified']>) {
  return checks.flatMap(({ problems }) => problems)
}
