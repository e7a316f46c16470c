import { useTranslations } from 'use-intl'
import { cycleOf } from './cycle.ts'

/** When a schedule comes round, in words; an expression that has no plain form stands for itself. */
export function useCycleWords(): (cron: string) => string {
  const text = useTranslations('jobs')
  return (cron) => {
    const cycle = cycleOf(cron)
    switch (cycle?.kind) {
      case undefined:
        return cron
      case 'weekly':
        return text('cycles.weekly', {
          weekday: text(`weekdays.${cycle.weekday}`),
          time: cycle.time,
        })
      case 'minutely':
        return text('cycles.minutely', { every: cycle.every })
      case 'hourly':
        return text('cycles.hourly', { minute: cycle.minute })
      case 'daily':
        return text('cycles.daily', { time: cycle.time })
      case 'monthly':
        return text('cycles.monthly', { day: cycle.day, time: cycle.time })
    }
  }
}
