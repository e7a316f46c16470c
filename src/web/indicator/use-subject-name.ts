import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { subjects } from './queries.ts'

/** What a subject is called; its code where nobody named it. */
export function useSubjectName(): (subject: Subject) => string {
  const { data } = useQuery(subjects())
  const names = useMemo(
    () => new Map(data?.map(({ subject, name }) => [subjectKey(subject), name])),
    [data],
  )
  return useCallback((subject) => names.get(subjectKey(subject)) ?? subject.code, [names])
}
