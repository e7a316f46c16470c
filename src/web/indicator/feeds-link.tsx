import { figuresOfSource } from '#contract/figure.ts'
import { type FigureKey, subjectKey } from '#core/indicator/figure.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'

/** A cell that leads to what hangs on it, for those who may look; else the cell as it is. */
export function FeedsLink({
  reference,
  place,
  figure,
  children,
}: {
  /** The report or file. */
  reference: string
  place: string
  /** What the cell tells. */
  figure?: FigureKey
  children: ReactNode
}) {
  const text = useTranslations('source')
  const mayLook = useMay(figuresOfSource)
  if (!mayLook) return children
  return (
    <Link
      to="/figures/of-source"
      search={{
        reference,
        place,
        ...(figure && {
          subject: subjectKey(figure.subject),
          indicator: figure.indicator,
          period: figure.period,
        }),
      }}
      title={text('link')}
    >
      {children}
    </Link>
  )
}
