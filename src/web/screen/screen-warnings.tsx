import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Glyph, type GlyphShape } from '../ui/glyph.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { warnings } from '../warning/queries.ts'
import { figureWords } from '../warning/warning-figures.ts'
import styles from './screen.module.css'

const shapes = { red: 'cross', orange: 'triangle', yellow: 'info' } as const satisfies Readonly<
  Record<string, GlyphShape>
>
const most = 7

/** Open warnings, gravest first, with the figure that speaks. */
export function ScreenWarnings() {
  const text = useTranslations('screen')
  const words = useTranslations('warning')
  const query = useQuery(warnings({ state: 'open', limit: most }))
  return (
    <QueryState query={query}>
      {({ warnings: rows, counts, total }) => (
        <>
          <div className={styles.counts}>
            {(['red', 'orange', 'yellow'] as const).map((grade) => (
              <div key={grade} className={styles.count} data-grade={grade}>
                <strong>{counts[grade]}</strong>
                <span className={styles.lamp} data-grade={grade}>
                  <Glyph shape={shapes[grade]} size={40} />
                  {words(`grade.${grade}`)}
                </span>
              </div>
            ))}
          </div>
          <div className={styles.panel}>
            <h2>{text('openWarnings')}</h2>
            {rows.length === 0 && <p>{text('noWarnings')}</p>}
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={row.id}>
                  <span className={styles.lamp} data-grade={row.grade}>
                    <Glyph shape={shapes[row.grade]} size={36} />
                    {words(`grade.${row.grade}`)}
                  </span>
                  <span className={styles.name}>{row.subjectName}</span>
                  <span>{row.ruleName}</span>
                  <span>
                    {Object.entries(row.figures)
                      .slice(0, 1)
                      .map(([name, value]) => figureWords(name, value))}
                  </span>
                </li>
              ))}
            </ul>
            {total > rows.length && <p>{text('more', { count: total - rows.length })}</p>}
          </div>
        </>
      )}
    </QueryState>
  )
}
