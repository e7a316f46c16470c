import type { Reply } from '#contract/route.ts'
import type { listStandings } from '#contract/watching.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useLiveData } from '../api/live.ts'
import { session } from '../api/session.ts'
import type { ScreenSearch } from '../search.ts'
import { AsOfPicker } from '../ui/as-of.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useDocumentTitle } from '../ui/use-document-title.ts'
import { standings } from '../watching/queries.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { ScreenCurve } from './screen-curve.tsx'
import { ScreenLamps } from './screen-lamps.tsx'
import { ScreenPulls } from './screen-pulls.tsx'
import { ScreenTargets } from './screen-targets.tsx'
import { ScreenWarnings } from './screen-warnings.tsx'
import styles from './screen.module.css'
import { useTurning } from './use-turning.ts'
import { Wall } from './wall.tsx'

const route = getRouteApi('/screen')

const pages = ['lamps', 'targets', 'curve', 'pulls', 'warnings'] as const
// Warnings are told as they stand: what stood on a past day is not kept.
const pagesOfThePast = ['lamps', 'targets', 'curve', 'pulls'] as const

/** The overview for a wall: the same figures from the same sources, page after page. */
export function ScreenPage() {
  const text = useTranslations('screen')
  const watching = useTranslations('watching')
  const { period, asOf } = route.useSearch()
  const query = useQuery(
    standings({ ...(period && { period }), ...(asOf !== undefined && { asOf }) }),
  )
  useLiveData()
  useDocumentTitle(text('title'))
  return (
    <main className={styles.wall}>
      <QueryState query={query}>
        {(reply) =>
          reply.period ? (
            <Wall>
              <Pages reply={reply} period={reply.period} />
            </Wall>
          ) : (
            <EmptyState title={watching('nothing')} hint={watching('nothingHint')} />
          )
        }
      </QueryState>
    </main>
  )
}

type Page = (typeof pages)[number]

type Standings = Reply<typeof listStandings>

function Pages({ reply, period }: { reply: Standings; period: NonNullable<Standings['period']> }) {
  const text = useTranslations('screen')
  const shell = useTranslations('shell')
  const nameOf = usePeriodName(true)
  const past = useTranslations('asOf')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const who = useQuery(session())
  const { asOf } = search
  const shownPages: readonly Page[] = asOf === undefined ? pages : pagesOfThePast
  const count = shownPages.length
  const page = Math.max(0, shownPages.indexOf(search.page ?? 'lamps'))
  const shown = shownPages[page] ?? 'lamps'
  const choose = (next: ScreenSearch) =>
    void navigate({ search: (now: ScreenSearch) => ({ ...now, ...next }), replace: true })
  const { isPlaying, toggle } = useTurning({
    count,
    page,
    onTurn: (next) => choose({ page: shownPages[next] ?? 'lamps' }),
    onLeave: () => void navigate({ to: '/watching', search: { asOf } }),
  })
  const turn = (by: number) => choose({ page: shownPages[(page + by + count) % count] ?? 'lamps' })
  const name = text(`pages.${shown}`)
  const region = who.data?.region
  return (
    <>
      <header className={styles.head}>
        <h1>
          {region?.name} {nameOf(period)} <b>{name}</b>
        </h1>
        {asOf !== undefined && (
          <span className={styles.simulated}>{past('band', { day: asOf })}</span>
        )}
        {region?.simulated && <span className={styles.simulated}>{shell('simulated')}</span>}
      </header>
      <section className={styles.page} aria-label={name}>
        <Shown page={shown} reply={reply} period={period} asOf={asOf} region={region?.code} />
      </section>
      <footer className={styles.foot}>
        <span>{text('keys', { state: text(isPlaying ? 'pause' : 'play') })}</span>
        <nav aria-label={text('title')}>
          <button type="button" onClick={() => turn(-1)} aria-label={text('previous')}>
            ←
          </button>
          <output aria-live="off">{text('page', { page: page + 1, count, name })}</output>
          <button type="button" onClick={() => turn(1)} aria-label={text('next')}>
            →
          </button>
          <button type="button" onClick={toggle} aria-pressed={isPlaying}>
            {text(isPlaying ? 'pause' : 'play')}
          </button>
          <AsOfPicker asOf={asOf} onAsOf={(day) => choose({ asOf: day })} />
          <button
            type="button"
            onClick={() => void navigate({ to: '/watching', search: { asOf } })}
          >
            {text('leave')}
          </button>
        </nav>
      </footer>
    </>
  )
}

function Shown({
  page,
  reply,
  period,
  asOf,
  region,
}: {
  page: Page
  reply: Standings
  period: NonNullable<Standings['period']>
  asOf: string | undefined
  region: string | undefined
}) {
  switch (page) {
    case 'lamps':
      return <ScreenLamps reply={reply} />
    case 'targets':
      return <ScreenTargets targets={reply.targets} />
    case 'curve':
      return region === undefined ? null : (
        <ScreenCurve targets={reply.targets} region={region} period={period} asOf={asOf} />
      )
    case 'pulls':
      return <ScreenPulls period={period} asOf={asOf} />
    case 'warnings':
      return <ScreenWarnings />
  }
}
