import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { library } from '../indicator/queries.ts'
import styles from '../watching/watching.module.css'
import type { Rule } from './rule-edit.ts'
import own from './rule.module.css'

const subjects = ['region', 'park', 'town', 'industry', 'chain', 'enterprise', 'project'] as const
const endings = ['M1-2', '-03', '-12'] as const
const owners = ['analyst', 'park', 'lead'] as const
const grades = ['red', 'orange', 'yellow'] as const

/** What a rule is called, what it looks at, whose it is and what comes next. */
export function RuleFields({
  rule,
  readOnly,
  onChange,
}: {
  rule: Rule
  readOnly: boolean
  onChange: (rule: Rule) => void
}) {
  const text = useTranslations('warning')
  const { becomesMatter, ...others } = rule
  return (
    <div className={own.fields}>
      <label>
        {text('page.name')}
        <Input
          value={rule.name}
          maxLength={60}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ ...rule, name: target.value })}
        />
      </label>
      <label>
        {text('columns.subject')}
        <Select
          value={rule.subject}
          disabled={readOnly}
          onChange={(subject) => onChange({ ...rule, subject })}
          options={subjects.map((value) => ({ value, label: text(`subject.${value}`) }))}
        />
      </label>
      <label>
        {text('page.owner')}
        <Select
          value={rule.owner}
          disabled={readOnly}
          onChange={(owner) => onChange({ ...rule, owner })}
          options={owners.map((value) => ({ value, label: text(`owners.${value}`) }))}
        />
      </label>
      <label>
        {text('page.becomesMatter')}
        <Select
          value={becomesMatter ?? ('never' as const)}
          disabled={readOnly}
          onChange={(grade) =>
            onChange(grade === 'never' ? others : { ...others, becomesMatter: grade })
          }
          options={[
            { value: 'never' as const, label: text('page.never') },
            ...grades.map((value) => ({
              value,
              label: text('page.from', { grade: text(`grade.${value}`) }),
            })),
          ]}
        />
      </label>
      <label>
        {text('page.notInMonths')}
        <Select
          mode="multiple"
          value={[...rule.notIn]}
          disabled={readOnly}
          onChange={(notIn: string[]) => onChange({ ...rule, notIn })}
          options={endings.map((value) => ({ value, label: text(`endings.${value}`) }))}
        />
      </label>
      <label className={own.whole}>
        {text('page.next')}
        <Input
          value={rule.nextStep}
          maxLength={300}
          readOnly={readOnly}
          onChange={({ target }) => onChange({ ...rule, nextStep: target.value })}
        />
      </label>
      <Indicators
        of={rule.indicators}
        readOnly={readOnly}
        onChange={(indicators) => onChange({ ...rule, indicators })}
      />
    </div>
  )
}

/** The short names conditions use, each with its indicator. */
function Indicators({
  of,
  readOnly,
  onChange,
}: {
  of: Rule['indicators']
  readOnly: boolean
  onChange: (indicators: Rule['indicators']) => void
}) {
  const text = useTranslations('warning')
  const { data } = useQuery(library())
  const [short, setShort] = useState('')
  const [code, setCode] = useState<string>()
  const nameOf = (wanted: string): string =>
    data?.find(({ definition }) => definition.code === wanted)?.definition.name ?? wanted
  const canAdd = short.trim() !== '' && code !== undefined && !(short.trim() in of)
  return (
    <div className={own.whole}>
      <span>{text('page.indicators')}</span>
      <ul className={own.chips}>
        {Object.entries(of).map(([name, indicator]) => (
          <li key={name}>
            <b>{name}</b> = {nameOf(indicator)}{' '}
            {!readOnly && (
              <Button
                size="small"
                type="text"
                aria-label={text('page.removeIndicator', { name })}
                onClick={() =>
                  onChange(Object.fromEntries(Object.entries(of).filter(([key]) => key !== name)))
                }
              >
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={styles.acts}>
          <Input
            className={own.short ?? ''}
            value={short}
            maxLength={20}
            placeholder={text('page.shortName')}
            aria-label={text('page.shortName')}
            onChange={({ target }) => setShort(target.value)}
          />
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            className={styles.search ?? ''}
            value={code ?? null}
            placeholder={text('page.indicator')}
            aria-label={text('page.indicator')}
            onChange={(value: string) => setCode(value)}
            options={(data ?? []).map(({ definition }) => ({
              value: definition.code,
              label: definition.name,
            }))}
          />
          <Button
            disabled={!canAdd}
            onClick={() => {
              if (code === undefined) return
              onChange({ ...of, [short.trim()]: code })
              setShort('')
              setCode(undefined)
            }}
          >
            {text('page.addIndicator')}
          </Button>
        </div>
      )}
    </div>
  )
}
