import { figuresOfSource } from '#contract/figure.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'

/** A cell that leads to what hangs on it, for those who may look; else the cell as it is. */
export function FeedsLink({
  reference,
  place,
  children,
}: {
  /** The report or file. */
  reference: string
  place: string
  children: ReactNode
}) {
  const text = useTranslations('source')
  const mayLook = useMay(figuresOfSource)
  if (!mayLook) return children
  return (
    <Link to="/figures/of-source" search={{ reference, place }} title={text('link')}>
      {children}
    </Link>
  )
}
