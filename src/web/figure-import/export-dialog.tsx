import { figureTableCsv, figureTableXlsx } from '#contract/figure-import.ts'
import { listKnownDays } from '#contract/figure.ts'
import { periodName } from '#core/period/period-name.ts'
import type { Period } from '#core/period/period.ts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { addressOf, call } from '../api/call.ts'
import { QueryState } from '../ui/query-state.tsx'
import styles from './figure-import.module.css'
import { vocabulary } from './queries.ts'
import { type Words, wordsOf } from './words.ts'

function knownPeriods() {
  return queryOptions({
    queryKey: ['figures', 'known-periods'],
    queryFn: async ({ signal }) => (await call(listKnownDays, {}, signal)).periods,
  })
}

/** Chooses a table to take out, edit in a spreadsheet and bring back. */
export function ExportDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('figureImport')
  const words = useQuery({ ...vocabulary(), enabled: open })
  return (
    <Modal title={text('export')} open={open} onCancel={onClose} footer={null} destroyOnHidden>
      <p className={styles.lead}>{text('exportNote')}</p>
      <QueryState query={words}>{(found) => <Choice words={wordsOf(found)} />}</QueryState>
    </Modal>
  )
}

function Choice({ words }: { words: Words }) {
  const text = useTranslations('figureImport')
  const periods = useQuery(knownPeriods())
  const [subject, setSubject] = useState<string[]>([])
  const [indicator, setIndicator] = useState<string[]>([])
  const [period, setPeriod] = useState<Period[]>([])
  const isEmpty = indicator.length === 0 || period.length === 0
  const question = { subject, indicator, period }
  const several = {
    mode: 'multiple',
    allowClear: true,
    maxTagCount: 4,
    showSearch: { optionFilterProp: 'label' },
  } as const
  return (
    <div className={styles.form}>
      <label className={styles.stacked}>
        <span>{text('indicator')}</span>
        <Select
          {...several}
          aria-label={text('indicator')}
          options={words.indicatorOptions}
          value={indicator}
          onChange={setIndicator}
        />
      </label>
      <label className={styles.stacked}>
        <span>{text('period')}</span>
        <Select
          {...several}
          aria-label={text('period')}
          loading={periods.isPending}
          options={(periods.data ?? []).map((one) => ({ value: one, label: periodName(one) }))}
          value={period}
          onChange={setPeriod}
        />
      </label>
      <label className={styles.stacked}>
        <span>{text('subject')}</span>
        <Select
          {...several}
          aria-label={text('subject')}
          placeholder={text('wholeRegion')}
          options={words.subjectOptions}
          value={subject}
          onChange={setSubject}
        />
      </label>
      <div className={styles.facts}>
        <Button
          type="primary"
          disabled={isEmpty}
          href={addressOf(figureTableXlsx, question)}
          download
        >
          {text('downloadXlsx')}
        </Button>
        <Button disabled={isEmpty} href={addressOf(figureTableCsv, question)} download>
          {text('downloadCsv')}
        </Button>
      </div>
    </div>
  )
}
