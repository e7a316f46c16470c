import { useQuery } from '@tanstack/react-query'
import { marks } from '#core/matter/matter.ts'
import { Button, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { UnitsSelect } from '../organisation/unit-select.tsx'
import type { MatterSearch } from '../search.ts'
import { filtersSet, unfiltered } from './matter-question.ts'
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
  const { data: rules } = useQuery(matterRules())
  const lists = (rules?.schemes ?? [])
    .filter(({ inForce }) => inForce)
    .flatMap((scheme) => scheme.lists)
  return (
    <search className={styles.filters}>
      <Input.Search
        key={search.text ?? ''}
        allowClear
        className={styles.search ?? ''}
        placeholder={text('search')}
        aria-label={text('search')}
        defaultValue={search.text ?? ''}
        onSearch={(words) => onChoose({ text: words || undefined })}
      />
      <Choice
        label={text('phase')}
        value={search.phase}
        onChange={(phase) => onChoose({ phase })}
        options={phases.map((value) => ({ value, label: text(`phases.${value}`) }))}
      />
      <Choice
        label={text('kind')}
        value={search.kind}
        onChange={(kind) => onChoose({ kind })}
        options={(rules?.kinds ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Choice
        label={text('lamp')}
        value={search.lamp}
        onChange={(lamp) => onChoose({ lamp })}
        options={lamps.map((value) => ({ value, label: text(`lamps.${value}`) }))}
      />
      <Choice
        label={text('slip')}
        value={search.slip}
        onChange={(slip) => onChoose({ slip })}
        options={lamps.map((value) => ({ value, label: text(`slips.${value}`) }))}
      />
      <Choice
        label={text('mark')}
        value={search.mark}
        onChange={(mark) => onChoose({ mark })}
        options={marks.map((value) => ({ value, label: text(`marks.${value}`) }))}
      />
      <div className={styles.unit}>
        <UnitsSelect
          label={text('unit')}
          placeholder={text('unit')}
          value={search.unit ?? []}
          onChange={(unit) => onChoose({ unit: unit.length > 0 ? [...unit] : undefined })}
        />
      </div>
      {(lists.length > 0 || search.list !== undefined) && (
        <Select
          allowClear
          className={styles.choice ?? ''}
          placeholder={text('lists')}
          aria-label={text('lists')}
          value={search.list ?? null}
          onChange={(list) => onChoose({ list: list ?? undefined })}
          options={lists.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <span className={styles.span}>
        {text('columns.due')}
        <Input
          type="date"
          aria-label={text('dueFrom')}
          value={search.dueFrom ?? ''}
          onChange={({ target }) => onChoose({ dueFrom: target.value || undefined })}
        />
        —
        <Input
          type="date"
          aria-label={text('dueTo')}
          value={search.dueTo ?? ''}
          onChange={({ target }) => onChoose({ dueTo: target.value || undefined })}
        />
      </span>
      {filtersSet(search) > 0 && (
        <Button type="link" onClick={() => onChoose(unfiltered)}>
          {text('clearFilters')}
        </Button>
      )}
    </search>
  )
}

function Choice<Value extends string>({
  label,
  value = [],
  options,
  onChange,
}: {
  label: string
  value: Value[] | undefined
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value[] | undefined) => void
}) {
  return (
    <Select<Value[]>
      mode="multiple"
      allowClear
      className={styles.choice ?? ''}
      placeholder={label}
      aria-label={label}
      maxTagCount="responsive"
      value={value}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
      options={[...options]}
    />
  )
}
