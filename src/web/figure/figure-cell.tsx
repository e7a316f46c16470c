import type { FigureView } from '#contract/figure-fields.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { shown, signedShare } from '../watching/figure-words.ts'
import { EstimatedMark } from './estimated.tsx'
import styles from './explorer.module.css'
import { useGapWords } from './use-gap-words.ts'

/** A figure that leads to where it came from; where there is none, why. */
export function FigureCell({
  figure,
  show,
  asOf,
  decimalsOf,
  estimated,
}: {
  figure: FigureView | undefined
  show: 'value' | 'growth'
  asOf: string | undefined
  decimalsOf: (indicator: string) => number
  /** How many of those it is made of are estimates. */
  estimated: number
}) {
  const text = useTranslations('explorer')
  const gapWords = useGapWords()
  if (!figure) return <td className={styles.figure} aria-hidden />
  const { subject, indicator, period, value, growth, gap, origin, count } = figure
  if (value === null || (show === 'growth' && growth === undefined)) {
    const why = value === null ? gapWords(gap) : text('noGrowth')
    return (
      <td className={styles.figure} title={why}>
        <span aria-hidden>—</span>
        <span className="visually-hidden">{why}</span>
      </td>
    )
  }
  return (
    <td className={styles.figure} data-origin={origin} title={text(`origin.${origin}`, { count })}>
      <Link
        to="/figures/lineage"
        search={{ subject: subjectKey(subject), indicator, period, asOf }}
      >
        {show === 'value' ? shown(Number(value), decimalsOf(indicator)) : signedShare(growth)}
      </Link>
      <EstimatedMark subject={subject} count={estimated} />
    </td>
  )
}
