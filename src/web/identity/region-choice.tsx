import type { whoAmI } from '#contract/session.ts'
import type { Reply } from '#contract/route.ts'
import { App, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useChooseRegion } from './queries.ts'

/** The region one speaks for; a choice for those who have several. */
export function RegionChoice({
  region,
  regions,
}: Pick<Reply<typeof whoAmI>, 'region' | 'regions'>) {
  const text = useTranslations('account')
  const problems = useProblemText()
  const { message } = App.useApp()
  const choose = useChooseRegion()
  if (regions.length === 0) return null
  if (regions.length === 1) return <b>{region.name}</b>
  return (
    <Select
      size="small"
      variant="borderless"
      aria-label={text('region')}
      popupMatchSelectWidth={false}
      loading={choose.isPending}
      value={region.code}
      options={regions.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) =>
        choose.mutate(code, { onError: (error) => void message.error(problems(error).message) })
      }
    />
  )
}
