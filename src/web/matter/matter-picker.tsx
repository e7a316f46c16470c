import type { MatterId } from '#core/id.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { listMatters, type MatterSummary } from '#contract/matter.ts'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { call } from '../api/call.ts'

type Known = Pick<MatterSummary, 'id' | 'number' | 'title'>

/** Finds open matters by words of their title or by number, and holds those chosen. */
export function MatterPicker({
  id,
  value = [],
  most,
  known = [],
  except,
  onChange,
}: {
  id?: string
  value?: readonly MatterId[]
  /** As many may be chosen; one for a single matter. */
  most?: number
  /** Matters already chosen, so that they have a name. */
  known?: readonly Known[]
  /** Not offered. */
  except?: MatterId
  onChange?: (value: readonly MatterId[]) => void
}) {
  const text = useTranslations('matters')
  const [words, setWords] = useState('')
  const [seen, setSeen] = useState<readonly Known[]>([])
  const query = useQuery(found(words))
  const offered = new Map(
    [...known, ...seen, ...(query.data ?? [])]
      .filter((one) => one.id !== except)
      .map((one) => [one.id, one]),
  )
  return (
    <Select<MatterId[]>
      {...(id === undefined ? { 'aria-label': text('pick') } : { id })}
      mode="multiple"
      style={{ width: '100%' }}
      value={[...value]}
      {...(most !== undefined && { maxCount: most })}
      placeholder={text('pick')}
      loading={query.isFetching}
      showSearch={{ filterOption: false, onSearch: setWords }}
      onChange={(chosen) => {
        setSeen((before) => [
          ...before,
          ...(query.data ?? []).filter((one) => chosen.includes(one.id)),
        ])
        onChange?.(chosen)
      }}
      options={[...offered.values()].map((one) => ({
        value: one.id,
        label: `${one.number} ${one.title}`,
      }))}
    />
  )
}

function found(words: string) {
  return queryOptions({
    queryKey: ['matters', 'found', words],
    queryFn: async ({ signal }) =>
      (
        await call(
          listMatters,
          { phase: ['open', 'held'], limit: 20, ...(words !== '' && { text: words }) },
          signal,
        )
      ).matters,
    placeholderData: keepPreviousData,
  })
}
