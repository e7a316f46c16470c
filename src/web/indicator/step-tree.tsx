import type { FormulaStep } from '#contract/indicator.ts'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { withUnit } from '../plan/number-words.ts'
import { readableDecimals, shown } from '../watching/figure-words.ts'
import styles from './formula.module.css'

/** How a value came about, part by part, in words and figures. */
export function StepTree({ step, depth = 0 }: { step: FormulaStep; depth?: number }) {
  const line = (
    <>
      <code>{step.text}</code>{' '}
      <b>
        <StepValue step={step} />
      </b>
    </>
  )
  if (step.parts.length === 0) return <div className={styles.leaf}>{line}</div>
  return (
    <details open={depth < openLevels} className={styles.step}>
      <summary>{line}</summary>
      <ul>
        {step.parts.map((part, index) => (
          // Parts never change their order, and the same name may stand twice.
          <li key={`${index} ${part.text}`}>
            <StepTree step={part} depth={depth + 1} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const openLevels = 2

/** A value in words: with its unit, or why there is none. */
export function StepValue({ step: { value, unit, gap } }: { step: FormulaStep }): ReactNode {
  const text = useTranslations('formula')
  if (value === null) return gap ?? '—'
  if (typeof value === 'boolean') return text(value ? 'yes' : 'no')
  if (typeof value === 'string') return value
  return withUnit(shown(value, readableDecimals(value, 2)), unit)
}
