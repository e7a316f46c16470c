import { Attribute } from '#contract/plan-items.ts'
import type { Reply } from '#contract/route.ts'
import type { listTargets } from '#contract/target.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { regions } from '../api/session.ts'
import type { LedgerSearch } from '../search.ts'
import styles from './ledger-filters.module.css'

const groupings = ['category', 'scope', 'region'] as const

/** Narrows and groups the ledger; everything chosen stands in the address. */
export function LedgerFilters({
  search,
  choices,
  onChange,
}: {
  search: LedgerSearch
  choices: Reply<typeof listTargets>['choices'] | undefined
  onChange: (next: LedgerSearch) => void
}) {
  const text = useTranslations('ledger')
  const scopes = useTranslations('scope')
  const list = useQuery(regions()).data ?? []
  const many = { mode: 'multiple', allowClear: true, maxTagCount: 'responsive' } as const
  return (
    <search className={styles.filters}>
      <Select
        {...many}
        aria-label={text('region')}
        placeholder={text('ownRegion')}
        value={search.region ?? []}
        options={[
          { value: 'all', label: text('everyRegion') },
          ...list.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(region: string[]) => onChange({ region: filled(region), planId: undefined })}
      />
      <Input.Search
        allowClear
        key={search.text}
        defaultValue={search.text ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        onSearch={(words) => onChange({ text: words.trim() || undefined })}
      />
      <Select
        {...many}
        aria-label={text('category')}
        placeholder={text('category')}
        value={search.category ?? []}
        options={(choices?.categories ?? []).map((value) => ({ value, label: value }))}
        onChange={(category: string[]) => onChange({ category: filled(category) })}
      />
      <Select
        {...many}
        aria-label={text('attribute')}
        placeholder={text('attribute')}
        value={search.attribute ?? []}
        options={Attribute.options.map((value) => ({ value, label: value }))}
        onChange={(chosen: (typeof Attribute.options)[number][]) =>
          onChange({ attribute: chosen.length > 0 ? chosen : undefined })
        }
      />
      <Select
        {...many}
        aria-label={text('scope')}
        placeholder={text('scope')}
        value={search.scope ?? []}
        options={[
          { value: 'region', label: scopes('region') },
          ...(choices?.scopes ?? [])
            .filter(({ kind }) => kind !== 'region')
            .map(({ kind, name }) => ({ value: `${kind}:${name}`, label: name })),
        ]}
        onChange={(scope: string[]) => onChange({ scope: filled(scope) })}
      />
      <Segmented
        value={search.group ?? 'none'}
        onChange={(value) => onChange({ group: groupings.find((one) => one === value) })}
        options={[
          { value: 'none', label: text('noGroup') },
          ...groupings.map((value) => ({ value, label: text(`group.${value}`) })),
        ]}
      />
      {search.planId && (
        <Button onClick={() => onChange({ planId: undefined })}>{text('everyPlan')}</Button>
      )}
    </search>
  )
}

function filled(list: readonly string[]): string[] | undefined {
  return list.length > 0 ? [...list] : undefined
}
