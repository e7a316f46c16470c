import type { Subject } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { organisations } from '../organisation/queries.ts'

const sizes: Readonly<Record<string, string>> = {
  large: '大型企业',
  medium: '中型企业',
  small: '小型企业',
  micro: '微型企业',
}

/** What a subject is called; its code where nobody named it. */
export function useSubjectName(): (subject: Subject) => string {
  const units = useQuery(organisations())
  return ({ kind, code }) => {
    if (kind === 'size') return sizes[code] ?? code
    if (kind === 'park' || kind === 'town') {
      return units.data?.organisations.find((unit) => unit.code === code)?.name ?? code
    }
    return code
  }
}
