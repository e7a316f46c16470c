import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { organisations } from '../organisation/queries.ts'
import type { ReportSearch } from '../search.ts'
import styles from './reports.module.css'

const states = ['open', 'submitted', 'returned', 'accepted'] as const

/** Which reports of the round are shown; all of it stands in the address. */
export function ReportFilters({
  search,
  onChoose,
}: {
  search: ReportSearch
  onChoose: (next: ReportSearch) => void
}) {
  const text = useTranslations('reports')
  const units = useQuery(organisations())
  return (
    <search className={styles.filters}>
      <Input.Search
        allowClear
        className={styles.search ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        defaultValue={search.text ?? ''}
        onSearch={(words) => onChoose({ text: words || undefined })}
      />
      <Select
        mode="multiple"
        allowClear
        className={styles.choice ?? ''}
        placeholder={text('columns.state')}
        aria-label={text('columns.state')}
        value={search.state ?? []}
        onChange={(state) => onChoose({ state: state.length > 0 ? state : undefined })}
        options={states.map((state) => ({ value: state, label: text(`states.${state}`) }))}
      />
      <Select
        allowClear
        className={styles.choice ?? ''}
        placeholder={text('park')}
        aria-label={text('park')}
        {...(search.park !== undefined && { value: search.park })}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(park: string | undefined) => onChoose({ park })}
        options={(units.data?.organisations ?? [])
          .filter(({ kind }) => kind === 'park' || kind === 'town')
          .map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Checkbox
        checked={search.late === true}
        onChange={({ target }) => onChoose({ late: target.checked || undefined })}
      >
        {text('onlyLate')}
      </Checkbox>
    </search>
  )
}
