import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { organisations } from '../organisation/queries.ts'
import type { MatterSearch } from '../search.ts'
import { matterRules } from './queries.ts'
import styles from './matters.module.css'

const lamps = ['red', 'orange', 'yellow', 'blue', 'green'] as const
const phases = ['open', 'held', 'done', 'ended'] as const

/** Which of the matters are shown; all of it stands in the address. */
export function MatterFilters({
  search,
  onChoose,
}: {
  search: MatterSearch
  onChoose: (next: MatterSearch) => void
}) {
  const text = useTranslations('matters')
  const rules = useQuery(matterRules())
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
        placeholder={text('phase')}
        aria-label={text('phase')}
        value={search.phase ?? []}
        onChange={(phase) => onChoose({ phase: phase.length > 0 ? phase : undefined })}
        options={phases.map((phase) => ({ value: phase, label: text(`phases.${phase}`) }))}
      />
      <Select
        mode="multiple"
        allowClear
        className={styles.choice ?? ''}
        placeholder={text('kind')}
        aria-label={text('kind')}
        value={search.kind ?? []}
        onChange={(kind) => onChoose({ kind: kind.length > 0 ? kind : undefined })}
        options={(rules.data?.kinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        mode="multiple"
        allowClear
        className={styles.choice ?? ''}
        placeholder={text('lamp')}
        aria-label={text('lamp')}
        value={search.lamp ?? []}
        onChange={(lamp) => onChoose({ lamp: lamp.length > 0 ? lamp : undefined })}
        options={lamps.map((lamp) => ({ value: lamp, label: text(`lamps.${lamp}`) }))}
      />
      <Select
        mode="multiple"
        allowClear
        className={styles.choice ?? ''}
        placeholder={text('unit')}
        aria-label={text('unit')}
        value={search.unit ?? []}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(unit) => onChoose({ unit: unit.length > 0 ? unit : undefined })}
        options={(units.data?.organisations ?? [])
          .filter(({ kind }) => kind !== 'enterprise')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </search>
  )
}
