import type { PublishedPlan } from '#contract/plan.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './home-page.module.css'

/** Plans in force as cards, with what each holds. */
export function HomePlans({ plans }: { plans: readonly PublishedPlan[] }) {
  const text = useTranslations('home')
  const shell = useTranslations('shell')
  if (plans.length === 0) return <EmptyState title={text('noPlans')} hint={text('noPlansHint')} />
  return (
    <ul className={styles.plans}>
      {plans.slice(0, 12).map(({ id, region, title, versions }) => {
        const [version] = versions
        return (
          <li key={id} className={styles.plan}>
            <p>
              {region.name} {region.simulated && <Badge tone="warn">{shell('simulated')}</Badge>}
            </p>
            <Link to="/plans/$region/$planId" params={{ region: region.code, planId: id }}>
              {title}
            </Link>
            {version && (
              <p>
                {[version.meta.documentNumber, text('version', { number: version.number })]
                  .filter(Boolean)
                  .join(' · ')}
                <br />
                {text('holds', {
                  targets: version.counts.target,
                  tasks: version.counts.task,
                  projects: version.counts.project,
                })}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
