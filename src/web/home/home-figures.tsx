import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { SeverityCounts } from '../finding/severity-counts.tsx'
import { figure } from '../plan/number-words.ts'
import styles from './home-page.module.css'
import type { Overview } from './overview.ts'

/** What is there and what waits, each figure leading to where it comes from. */
export function HomeFigures({ overview }: { overview: Overview }) {
  const text = useTranslations('home')
  const { plans, targets, reviewing, pending, doubtful, openFindings } = overview
  const findings = openFindings.error + openFindings.warning + openFindings.info
  return (
    <div className={styles.figures}>
      <Link to="/plans" className={styles.figure}>
        <span>{text('plansInForce')}</span>
        <strong>
          {figure(plans)} <small>{text('unit.plan')}</small>
        </strong>
        <span>{text('ofOwnRegion')}</span>
      </Link>
      <Link to="/targets" className={styles.figure}>
        <span>{text('targets')}</span>
        <strong>
          {figure(targets)} <small>{text('unit.item')}</small>
        </strong>
        <span>{text('inLedger')}</span>
      </Link>
      <Link to="/drafts" className={styles.figure}>
        <span>{text('reviewing')}</span>
        <strong>
          {figure(reviewing)} <small>{text('unit.plan')}</small>
        </strong>
        <span>{text('pending', { pending, doubtful })}</span>
      </Link>
      <Link to="/findings" className={styles.figure}>
        <span>{text('findings')}</span>
        <strong>
          {figure(findings)} <small>{text('unit.item')}</small>
        </strong>
        <SeverityCounts counts={openFindings} />
      </Link>
    </div>
  )
}
