import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { MarkLegend } from '../document/mark-legend.tsx'
import { DraftStatusBadge } from '../draft/draft-status-badge.tsx'
import { ItemStatusBadge } from '../draft/item-status-badge.tsx'
import { SeverityCounts } from '../finding/severity-counts.tsx'
import { colors } from '../theme.ts'
import { BulletBar } from '../ui/bullet-bar.tsx'
import { Chart } from '../ui/chart.tsx'
import { CitationChip } from '../ui/citation-chip.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Lamp } from '../ui/lamp.tsx'
import { LoadingState } from '../ui/loading-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { Sparkline } from '../ui/sparkline.tsx'
import { unreachable } from '../api/failure.ts'
import styles from './design-page.module.css'
import { exampleChart } from './example-chart.ts'
import { ExampleTable } from './example-table.tsx'

const trend = [12, 14, 13, 17, 19, 22]
const offline = unreachable()

/** Every shared part of the screen, alive, on one page. */
export function DesignPage() {
  const text = useTranslations('design')
  const [isOpen, setIsOpen] = useState(false)
  const chart = exampleChart(text('fact'), text('plan'))
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <div className={styles.parts}>
        <Part title={text('colours')}>
          {Object.entries(colors).map(([name, value]) => (
            <span key={name} className={styles.colour}>
              <svg width="18" height="18" aria-hidden="true">
                <rect width="18" height="18" rx="4" fill={value} stroke="#C3CEDF" />
              </svg>
              {name}
            </span>
          ))}
        </Part>
        <Part title={text('lamps')}>
          {(['normal', 'warning', 'late', 'silent'] as const).map((state) => (
            <Lamp key={state} state={state} />
          ))}
        </Part>
        <Part title={text('severities')}>
          <SeverityCounts counts={{ error: 3, warning: 8, info: 2 }} />
          <SeverityCounts counts={{ error: 0, warning: 0, info: 0 }} />
        </Part>
        <Part title={text('statuses')}>
          {(['pending', 'accepted', 'corrected', 'rejected'] as const).map((status) => (
            <ItemStatusBadge key={status} status={status} />
          ))}
          {(['reviewing', 'published', 'discarded'] as const).map((status) => (
            <DraftStatusBadge key={status} status={status} />
          ))}
        </Part>
        <Part title={text('bullets')}>
          <BulletBar
            bullet={{
              actual: 82,
              target: 100,
              due: 78,
              forecast: { low: 98, middle: 103, high: 108 },
            }}
            state="normal"
            label={text('bulletLabel', { actual: 82, target: 100, due: 78 })}
          />
          <BulletBar
            bullet={{ actual: 55, target: 100, due: 78 }}
            state="late"
            label={text('bulletLabel', { actual: 55, target: 100, due: 78 })}
          />
          <BulletBar
            bullet={{ target: 100 }}
            state="silent"
            label={text('bulletSilent', { target: 100 })}
          />
        </Part>
        <Part title={text('sparklines')}>
          <Sparkline values={trend} label={text('sparklineLabel', { first: 12, last: 22 })} />
          <Sparkline
            values={[5, 6, undefined, 4, 5]}
            label={text('sparklineLabel', { first: 5, last: 5 })}
          />
        </Part>
        <Part title={text('marks')}>
          <MarkLegend />
        </Part>
        <Part title={text('citation')}>
          <CitationChip
            place={text('citationPlace')}
            quote={text('citationQuote')}
            onOpen={() => setIsOpen(true)}
          />
          <Button onClick={() => setIsOpen(true)}>{text('openDrawer')}</Button>
        </Part>
        <Part title={text('chart')}>
          <Chart option={chart} label={text('chartLabel')} />
        </Part>
        <Part title={text('table')}>
          <ExampleTable />
        </Part>
        <Part title={text('states')}>
          <EmptyState title={text('emptyTitle')} hint={text('emptyHint')} />
          <ErrorState error={offline} onRetry={() => setIsOpen(false)} />
          <div className={styles.wide}>
            <LoadingState rows={3} />
          </div>
        </Part>
      </div>
      <SideDrawer title={text('drawer')} open={isOpen} onClose={() => setIsOpen(false)}>
        <p>{text('drawerText')}</p>
      </SideDrawer>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      <div className={styles.content}>{children}</div>
    </section>
  )
}
