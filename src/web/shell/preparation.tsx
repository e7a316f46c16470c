import { readPreparation } from '#contract/demonstration.ts'
import { parsePeriod } from '#core/period/period.ts'
import { periodName } from '#core/period/period-name.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslations } from 'use-intl'
import { call } from '../api/call.ts'
import styles from './shell.module.css'

const askAgainMs = 3000

/** Says that the figures of the demonstration are still being written, as long as they are. */
export function Preparation() {
  const text = useTranslations('enterprises')
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: ({ signal }) => call(readPreparation, {}, signal),
    // Told by the server too; asked for where the way of telling is cut.
    refetchInterval: ({ state }) => (state.data?.isPreparing ? askAgainMs : false),
  })
  if (!data?.isPreparing) return null
  const upTo = parsePeriod(data.upTo ?? '')
  return (
    <Alert
      type="info"
      showIcon
      className={styles.preparation ?? ''}
      title={upTo ? text('preparing', { upTo: periodName(upTo) }) : text('preparingFirst')}
    />
  )
}
