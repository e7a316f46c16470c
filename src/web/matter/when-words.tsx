import { useFormatter } from 'use-intl'

/** A moment as clocks in China show it. */
export function WhenWords({ at }: { at: string }) {
  const format = useFormatter()
  return (
    <time dateTime={at}>
      {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  )
}
