import type { MappedTable, TableDecisions } from '#contract/sheet-mapping.ts'
import { parsePeriod } from '#core/period/period.ts'
import { periodName, readPeriod } from '#core/period/period-name.ts'
import { knowsPeriods } from '#core/spreadsheet/mapping.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import styles from './figure-import.module.css'
import { isDoubtful } from './line-words.ts'
import type { Words } from './words.ts'

/** What a table is about as a whole, in plain words, and how sure that is. */
export function TableSummary({
  table,
  words,
  isOpen,
  onDecide,
}: {
  table: MappedTable
  words: Words
  isOpen: boolean
  onDecide: (decisions: TableDecisions) => void
}) {
  const text = useTranslations('figureImport')
  const { decisions, defaults } = table
  const unsure = [...table.rows, ...table.columns].filter(isDoubtful).length
  const hasSubjects = [...table.rows, ...table.columns].some(({ facets }) => facets.subject)
  return (
    <section className={styles.summary} aria-label={text('summary')}>
      <div className={styles.facts}>
        <Checkbox
          disabled={!isOpen}
          checked={!table.isSkipped}
          onChange={({ target }) => onDecide({ ...decisions, isSkipped: !target.checked })}
        >
          {text('takeTable')}
        </Checkbox>
        {table.layout && (
          <Badge tone="ok" shape="check">
            {text('recognised', { name: table.layout.name })}
          </Badge>
        )}
        {!table.isSkipped && unsure > 0 && (
          <Badge tone="warn" shape="triangle">
            {text('unsure', { count: unsure })}
          </Badge>
        )}
        {!table.isSkipped && unsure === 0 && knowsPeriods(table) && (
          <Badge tone="ok" shape="check">
            {text('allUnderstood')}
          </Badge>
        )}
      </div>
      {!table.isSkipped && (
        <div className={styles.facts}>
          <PeriodField table={table} isOpen={isOpen} onDecide={onDecide} />
          <label className={styles.field}>
            <span>{text('unit')}</span>
            <Input
              key={defaults.unit ?? ''}
              size="small"
              style={{ width: 110 }}
              disabled={!isOpen}
              placeholder={text('unitOfIndicator')}
              defaultValue={defaults.unit ?? ''}
              onBlur={({ target }) => {
                const unit = target.value.trim()
                if (unit !== (defaults.unit ?? '') && unit !== '') onDecide({ ...decisions, unit })
              }}
            />
          </label>
          {!hasSubjects && (
            <label className={styles.field}>
              <span>{text('subject')}</span>
              <Select
                size="small"
                showSearch={{ optionFilterProp: 'label' }}
                style={{ minWidth: 180 }}
                disabled={!isOpen}
                aria-label={text('subject')}
                value={subjectKey(defaults.subject)}
                options={words.subjectOptions}
                onChange={(value) => {
                  const subject = words.subjectOf(value)
                  if (subject) onDecide({ ...decisions, subject })
                }}
              />
            </label>
          )}
          <IgnoreRest table={table} isOpen={isOpen} onDecide={onDecide} />
        </div>
      )}
    </section>
  )
}

function PeriodField({
  table,
  isOpen,
  onDecide,
}: {
  table: MappedTable
  isOpen: boolean
  onDecide: (decisions: TableDecisions) => void
}) {
  const text = useTranslations('figureImport')
  const { decisions, defaults } = table
  const isOwn = defaults.period === undefined && knowsPeriods(table)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (defaults.period === undefined ? '' : periodName(defaults.period))
  const read = readPeriod(shown) ?? parsePeriod(shown.trim())
  const save = () => {
    if (read !== undefined && read !== defaults.period) onDecide({ ...decisions, period: read })
    if (read !== undefined) setTyped(undefined)
  }
  return (
    <label className={styles.field}>
      <span>{text('period')}</span>
      <Input
        size="small"
        style={{ width: 130 }}
        disabled={!isOpen}
        status={read === undefined && !(isOwn && shown === '') ? 'error' : ''}
        placeholder={text('periodExample')}
        value={shown}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onPressEnter={save}
      />
      <small>
        {isOwn && shown === ''
          ? text('periodOwn')
          : read === undefined
            ? text('periodNeeded')
            : text(`periodFrom.${defaults.periodFrom ?? 'decided'}`)}
      </small>
    </label>
  )
}

/** Leaves out at once every row and column that nothing is known of. */
function IgnoreRest({
  table,
  isOpen,
  onDecide,
}: {
  table: MappedTable
  isOpen: boolean
  onDecide: (decisions: TableDecisions) => void
}) {
  const text = useTranslations('figureImport')
  const { decisions } = table
  const [rows, columns] = [openOf(table.rows), openOf(table.columns)]
  if (rows.length + columns.length === 0) return undefined
  return (
    <Button
      size="small"
      disabled={!isOpen}
      onClick={() =>
        onDecide({
          ...decisions,
          rows: { ...decisions.rows, ...ignored(rows) },
          columns: { ...decisions.columns, ...ignored(columns) },
        })
      }
    >
      {text('ignoreRest', { count: rows.length + columns.length })}
    </Button>
  )
}

function openOf(lines: MappedTable['rows']): MappedTable['rows'] {
  return lines.filter(({ use }) => use === 'open')
}

function ignored(lines: MappedTable['rows']): NonNullable<TableDecisions['rows']> {
  return Object.fromEntries(lines.map(({ key }) => [key, { use: 'ignored' as const }]))
}
