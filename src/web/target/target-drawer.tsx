import type { LedgerTarget } from '#contract/target.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { FactList } from '../plan/fact-list.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { CitationContext } from './citation-context.tsx'
import { PathChoice } from './path-choice.tsx'
import styles from './target-drawer.module.css'
import { TargetMeasure } from './target-measure.tsx'
import { TargetHistory } from './target-history.tsx'

/** All about one target: what it says, the sentence in its context, its path and its history. */
export function TargetDrawer({
  target,
  onClose,
}: {
  target: LedgerTarget | undefined
  onClose: () => void
}) {
  const text = useTranslations('target')
  return (
    <SideDrawer
      title={target?.content.indicator ?? ''}
      open={target !== undefined}
      onClose={onClose}
    >
      {target && (
        <div className={styles.parts}>
          <section>
            <p className={styles.plan}>
              {target.region.name} ·{' '}
              <Link
                to="/plans/$region/$planId"
                params={{ region: target.region.code, planId: target.planId }}
              >
                {target.planTitle}
              </Link>
              {target.documentNumber && ` · ${target.documentNumber}`}
            </p>
            <FactList item={{ kind: 'target', content: target.content }} />
          </section>
          <section>
            <h2>{text('source')}</h2>
            {target.citation && target.documentId ? (
              <CitationContext citation={target.citation} documentId={target.documentId} />
            ) : (
              <p>{target.table ? text('table', { table: target.table }) : text('noSource')}</p>
            )}
          </section>
          <section>
            <h2>{text('measure')}</h2>
            <TargetMeasure target={target} />
          </section>
          <section>
            <h2>{text('path')}</h2>
            <PathChoice target={target} />
          </section>
          <section>
            <h2>{text('history')}</h2>
            <TargetHistory target={target} />
          </section>
        </div>
      )}
    </SideDrawer>
  )
}
