import { Button, Input } from 'antd'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { goToCell } from './entry-cell.tsx'
import type { ReportSight } from './report-sight.ts'
import type { ReportDraft } from './report-draft.ts'
import styles from './report.module.css'

/** What the checks say, what is missing and what cannot be read, each with its way to the cell. */
export function HitList({
  sight,
  wrong,
  names,
  explanations,
  onSay,
}: {
  sight: ReportSight
  wrong: readonly string[]
  names: ReadonlyMap<string, string>
  explanations: ReportDraft['explanations']
  onSay: ((check: string, words: string) => void) | undefined
}) {
  const text = useTranslations('reports')
  const { hits, missing } = sight
  const isClean = hits.length === 0 && missing.length === 0 && wrong.length === 0
  return (
    <section className={styles.panel} aria-label={text('checks')}>
      <h2>{text('checks')}</h2>
      {isClean && <p className={styles.note}>{text('allHold')}</p>}
      <Cells title={text('unread')} cells={wrong} names={names} />
      <Cells title={text('missing', { count: missing.length })} cells={missing} names={names} />
      <ul className={styles.list}>
        {hits.map(({ check, name, level, words, advice, cells, explanation }) => (
          <li key={check}>
            <Badge
              tone={level === 'hard' ? 'bad' : 'warn'}
              shape={level === 'hard' ? 'cross' : 'triangle'}
            >
              {text(`levels.${level}`)}
            </Badge>{' '}
            <strong>{name}</strong>
            <p>{words}</p>
            {advice && <p className={styles.note}>{advice}</p>}
            <CellLinks cells={cells} names={names} />
            {level === 'soft' &&
              (onSay ? (
                <Input.TextArea
                  className={styles.words ?? ''}
                  rows={1}
                  maxLength={500}
                  aria-label={`${text('explanation')} ${name}`}
                  placeholder={text('explanation')}
                  value={explanations[check] ?? explanation ?? ''}
                  onChange={({ target }) => onSay(check, target.value)}
                />
              ) : (
                explanation && (
                  <p>
                    {text('explained')} {explanation}
                  </p>
                )
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Named {
  readonly cells: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

function Cells({ title, cells, names }: Named & { title: string }) {
  if (cells.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <CellLinks cells={cells} names={names} />
    </>
  )
}

function CellLinks({ cells, names }: Named) {
  return (
    <div className={styles.links}>
      {cells.map((cell) => (
        <Button key={cell} size="small" type="link" onClick={() => goToCell(cell)}>
          {names.get(cell) ?? cell}
        </Button>
      ))}
    </div>
  )
}
