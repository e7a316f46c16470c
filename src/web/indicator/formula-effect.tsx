import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { QueryState } from '../ui/query-state.tsx'
import styles from './formula.module.css'
import { effect } from './queries.ts'

/** What a change of an indicator reaches: indicators computed from it and targets measured by these. */
export function FormulaEffect({ code }: { code: string }) {
  const text = useTranslations('formula')
  const query = useQuery(effect(code))
  const who = useQuery(session())
  return (
    <section className={styles.panel}>
      <h2>{text('effect')}</h2>
      <QueryState query={query}>
        {({ indicators, targets }) =>
          indicators.length + targets.length === 0 ? (
            <p className={styles.quiet}>{text('noEffect')}</p>
          ) : (
            <>
              <p className={styles.quiet}>
                {text('effectCount', { indicators: indicators.length, targets: targets.length })}
              </p>
              <ul className={styles.reached}>
                {indicators.map(({ code: each, name, formula }) => (
                  <li key={each}>
                    <Link to="/indicators/$code" params={{ code: each }}>
                      {name}
                    </Link>
                    {formula !== undefined && <code>{formula}</code>}
                  </li>
                ))}
                {targets.map(({ id, name }) => (
                  <li key={id}>
                    <span className={styles.quiet}>{text('target')}</span>{' '}
                    <Link
                      to="/watching/targets/$region/$targetId"
                      params={{ region: who.data?.region.code ?? '', targetId: id }}
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryState>
    </section>
  )
}
