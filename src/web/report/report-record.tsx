import type { Report } from '#contract/report.ts'
import { Button } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { goToCell } from './entry-cell.tsx'
import styles from './report.module.css'

/** Why it was given back, and all that happened to the report. */
export function ReportRecord({
  report: { remarks, history, form },
  names,
}: {
  report: Report
  names: ReadonlyMap<string, string>
}) {
  const text = useTranslations('reports')
  const format = useFormatter()
  const when = (at: string) =>
    format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      {remarks.length > 0 && (
        <section className={styles.panel} aria-label={text('remarks')}>
          <h2>{text('remarks')}</h2>
          <ul className={styles.list}>
            {remarks.map(({ cell, text: words, by, at }) => (
              <li key={`${at} ${cell ?? ''} ${words}`}>
                {cell !== undefined && (
                  <Button type="link" size="small" onClick={() => goToCell(cell)}>
                    {names.get(cell) ?? cell}
                  </Button>
                )}
                <p>{words}</p>
                <p className={styles.note}>
                  {by.name} · {when(at)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.panel} aria-label={text('history')}>
        <h2>{text('history')}</h2>
        <ol className={styles.list}>
          {history.map(({ act, by, at, text: words }) => (
            <li key={`${at} ${act}`}>
              {text(`acts.${act}`)}{' '}
              <span className={styles.note}>{`${by.name} · ${when(at)}`}</span>
              {words && <p className={styles.note}>{words}</p>}
            </li>
          ))}
        </ol>
      </section>
      {form.notes && (
        <section className={styles.panel} aria-label={text('notes')}>
          <h2>{text('notes')}</h2>
          <p className={styles.note}>{form.notes}</p>
        </section>
      )}
    </>
  )
}
