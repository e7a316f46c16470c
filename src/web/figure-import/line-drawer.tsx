import type { MappedLine, MappedTable, TableDecisions } from '#contract/sheet-mapping.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { Button, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SideDrawer } from '../ui/side-drawer.tsx'
import styles from './figure-import.module.css'
import { useLineWords, useReasonWords } from './use-line-words.ts'
import type { Words } from './words.ts'

export interface ChosenLine {
  readonly axis: 'rows' | 'columns'
  readonly key: string
}

interface Deciding {
  readonly table: MappedTable
  readonly words: Words
  readonly isOpen: boolean
  readonly onDecide: (decisions: TableDecisions) => void
  readonly onClose: () => void
}

/** What one row or column means, why, and what it shall mean. */
export function LineDrawer({ chosen, ...rest }: Deciding & { chosen: ChosenLine | undefined }) {
  const text = useTranslations('figureImport')
  const line = chosen && rest.table[chosen.axis].find(({ key }) => key === chosen.key)
  return (
    <SideDrawer
      title={line?.label ? line.label : text('line')}
      open={line !== undefined}
      onClose={rest.onClose}
    >
      {chosen && line && <LineForm key={chosen.key} chosen={chosen} line={line} {...rest} />}
    </SideDrawer>
  )
}

type Use = 'figures' | 'total' | 'ignored'
type MeasureChoice = 'value' | 'base' | 'growth'

function LineForm({
  chosen,
  line,
  table,
  words,
  isOpen,
  onDecide,
  onClose,
}: Deciding & { chosen: ChosenLine; line: MappedLine }) {
  const text = useTranslations('figureImport')
  const say = useLineWords(table, words)
  const because = useReasonWords(words)
  const { facets } = line
  const [use, setUse] = useState<Use>(line.use === 'open' ? 'figures' : line.use)
  const [indicator, setIndicator] = useState(facets.indicator)
  const [subject, setSubject] = useState(facets.subject && subjectKey(facets.subject))
  const [measure, setMeasure] = useState<MeasureChoice>(choiceOf(line))
  const [unit, setUnit] = useState(facets.unit ?? '')
  const save = () => {
    const chosenSubject = subject === undefined ? undefined : words.subjectOf(subject)
    const decision = {
      use,
      ...(use === 'figures' && indicator !== undefined && { indicator }),
      ...(use === 'figures' && chosenSubject && { subject: chosenSubject }),
      ...(use === 'figures' && chosen.axis === 'columns' && { measure }),
      ...(use === 'figures' && unit.trim() !== '' && { unit: unit.trim() }),
    }
    const { decisions } = table
    onDecide({ ...decisions, [chosen.axis]: { ...decisions[chosen.axis], [line.key]: decision } })
    onClose()
  }
  return (
    <>
      <p className={styles.meaning}>{say(line)}</p>
      <ul className={styles.reasons}>
        {line.reasons.map((reason) => (
          <li key={`${reason.code}${'name' in reason ? reason.name : ''}`}>{because(reason)}</li>
        ))}
      </ul>
      <Radio.Group
        className={styles.uses ?? ''}
        disabled={!isOpen}
        aria-label={text('lineUse')}
        value={use}
        onChange={({ target }: { target: { value?: Use } }) => setUse(target.value ?? 'figures')}
        options={(['figures', 'total', 'ignored'] as const).map((value) => ({
          value,
          label: text(`uses.${value}`),
        }))}
      />
      {use === 'figures' && (
        <div className={styles.form}>
          <label className={styles.stacked}>
            <span>{text('indicator')}</span>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!isOpen}
              aria-label={text('indicator')}
              placeholder={text('indicatorElsewhere')}
              value={indicator}
              options={words.indicatorOptions}
              onChange={(value?: string) => setIndicator(value)}
            />
          </label>
          <label className={styles.stacked}>
            <span>{text('subject')}</span>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!isOpen}
              aria-label={text('subject')}
              placeholder={text('subjectElsewhere')}
              value={subject}
              options={words.subjectOptions}
              onChange={(value?: string) => setSubject(value)}
            />
          </label>
          {chosen.axis === 'columns' && (
            <label className={styles.stacked}>
              <span>{text('measure')}</span>
              <Select<MeasureChoice>
                disabled={!isOpen}
                aria-label={text('measure')}
                value={measure}
                options={(['value', 'base', 'growth'] as const).map((value) => ({
                  value,
                  label: text(`measures.${value}`),
                }))}
                onChange={setMeasure}
              />
            </label>
          )}
          <label className={styles.stacked}>
            <span>{text('unit')}</span>
            <Input
              disabled={!isOpen}
              placeholder={text('unitOfTable')}
              value={unit}
              onChange={({ target }) => setUnit(target.value)}
            />
          </label>
        </div>
      )}
      {isOpen && (
        <Button type="primary" onClick={save}>
          {text('saveLine')}
        </Button>
      )}
    </>
  )
}

function choiceOf({ facets: { measure, period } }: MappedLine): MeasureChoice {
  if (measure === 'growth' || measure === 'base') return measure
  return period?.relative === 'year-before' ? 'base' : 'value'
}
