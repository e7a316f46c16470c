import { changeCalendar, showCalendar } from '#contract/matter-rule.ts'
import type { Input } from '#contract/route.ts'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

export function calendarOfYear(year: number) {
  return queryOptions({
    queryKey: ['matter-rules', 'calendar', year],
    queryFn: ({ signal }) => call(showCalendar, { year }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useChangeCalendar() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input<typeof changeCalendar>) => call(changeCalendar, input),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['matter-rules'] })
      await client.invalidateQueries({ queryKey: ['matters'] })
    },
  })
}
