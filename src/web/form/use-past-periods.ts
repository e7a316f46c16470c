import { type Period, parsePeriod } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { rounds } from '../report/queries.ts'
import type { Form } from './form-edit.ts'
import { pastPeriods } from './past-periods.ts'

/** The periods one may try a form on, latest first; none until the rounds are known. */
export function usePastPeriods({ frequency, code }: Form): readonly Period[] {
  const known = useQuery(rounds()).data
  return useMemo(() => {
    if (!known) return []
    const today = thisMonth()
    return today === undefined ? [] : pastPeriods(frequency, known.rounds, code, today)
  }, [known, frequency, code])
}

function thisMonth(): Period | undefined {
  const now = new Date()
  return parsePeriod(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`)
}
