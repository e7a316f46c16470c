import { actionTexts } from '#contract/texts/event-texts.zh.ts'
import { Button, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import type { LogSearch } from '../search.ts'
import { useCodeWords } from '../ui/use-code-words.ts'
import styles from './log-page.module.css'

/** Narrows the log; everything chosen stands in the address. */
export function LogFilters({
  search,
  onChange,
}: {
  search: LogSearch
  onChange: (next: LogSearch) => void
}) {
  const text = useTranslations('log')
  const nameOf = useCodeWords(actionTexts)
  const { person, action, subject, from, to, text: words } = search
  const isNarrowed = [person, action, subject, from, to, words].some((one) => one !== undefined)
  return (
    <search className={styles.filters}>
      <Input.Search
        allowClear
        key={`person ${person}`}
        defaultValue={person ?? ''}
        placeholder={text('person')}
        aria-label={text('person')}
        onSearch={(value) => onChange({ person: value.trim() || undefined })}
      />
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        aria-label={text('action')}
        placeholder={text('action')}
        optionFilterProp="label"
        value={action ?? []}
        options={Object.keys(actionTexts).map((value) => ({ value, label: nameOf(value) }))}
        onChange={(chosen: string[]) =>
          onChange({ action: chosen.length > 0 ? chosen : undefined })
        }
      />
      <Input
        type="date"
        aria-label={text('from')}
        title={text('from')}
        value={from ?? ''}
        max={to}
        onChange={({ target }) => onChange({ from: target.value || undefined })}
      />
      <Input
        type="date"
        aria-label={text('to')}
        title={text('to')}
        value={to ?? ''}
        min={from}
        onChange={({ target }) => onChange({ to: target.value || undefined })}
      />
      <Input.Search
        allowClear
        key={`words ${words}`}
        defaultValue={words ?? ''}
        placeholder={text('text')}
        aria-label={text('text')}
        onSearch={(value) => onChange({ text: value.trim() || undefined })}
      />
      {isNarrowed && (
        <Button onClick={() => onChange(nothing)}>
          {subject === undefined ? text('clear') : `${text('onlySubject')} · ${text('clear')}`}
        </Button>
      )}
    </search>
  )
}

const nothing: LogSearch = {
  person: undefined,
  action: undefined,
  subject: undefined,
  from: undefined,
  to: undefined,
  text: undefined,
}
