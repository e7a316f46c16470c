import type { Report } from '#contract/report.ts'
import type { FormRow, OwnRows } from '#core/report/form.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Popconfirm, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { words } from '../enterprise/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useListRow, useUnlistRow } from './queries.ts'
import styles from './entry.module.css'

/** Where a reporter lists a row of its own: a class of industry, or a product with its unit. */
export function ListRow({ report, own }: { report: Report; own: OwnRows }) {
  const problem = useProblemText()
  const listing = useListRow()
  const list = (given: { code: string } | { name: string; unit?: string }) =>
    listing.mutate({ id: report.line.id, list: own.list, ...given })
  return (
    <div className={styles.listRow}>
      {own.list === 'industry-class' ? (
        <ClassChoice report={report} isBusy={listing.isPending} onList={(code) => list({ code })} />
      ) : (
        <ProductForm
          key={report.revision}
          unit={own.unit}
          isBusy={listing.isPending}
          onList={list}
        />
      )}
      {listing.error && (
        <span role="alert" className={styles.refused}>
          {problem(listing.error).message}
        </span>
      )}
    </div>
  )
}

function ClassChoice({
  report,
  isBusy,
  onList,
}: {
  report: Report
  isBusy: boolean
  onList: (code: string) => void
}) {
  const text = useTranslations('reports')
  const { data } = useQuery(words())
  const there = new Set(report.form.sections.flatMap(({ rows }) => rows.map(({ code }) => code)))
  const classes = (data?.industries ?? []).filter(({ code }) => /^\d{4}$/u.test(code))
  return (
    <Select<string>
      className={styles.classChoice ?? ''}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={text('listClass')}
      placeholder={text('listClass')}
      value={null}
      loading={isBusy}
      disabled={isBusy}
      options={classes
        .filter(({ code }) => !there.has(code))
        .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      onChange={onList}
    />
  )
}

function ProductForm({
  unit,
  isBusy,
  onList,
}: {
  unit: string | undefined
  isBusy: boolean
  onList: (given: { name: string; unit?: string }) => void
}) {
  const text = useTranslations('reports')
  const [name, setName] = useState('')
  const [measure, setMeasure] = useState('')
  const isReady = name.trim() !== '' && (unit !== undefined || measure.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onList({ name: name.trim(), ...(unit === undefined && { unit: measure.trim() }) })
  }
  return (
    <form className={styles.listRow} onSubmit={submit}>
      <Input
        className={styles.product ?? ''}
        aria-label={text('productName')}
        placeholder={text('productName')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {unit === undefined && (
        <Input
          className={styles.productUnit ?? ''}
          aria-label={text('productUnit')}
          placeholder={text('productUnit')}
          maxLength={20}
          value={measure}
          onChange={(event) => setMeasure(event.target.value)}
        />
      )}
      <Button htmlType="submit" loading={isBusy} disabled={!isReady}>
        {text('listProduct')}
      </Button>
    </form>
  )
}

/** Takes a listed row off again, asking first, for its figures go with it. */
export function UnlistRow({
  report,
  row,
  onForget,
}: {
  report: Report
  row: FormRow
  onForget: (row: string) => void
}) {
  const text = useTranslations('reports')
  const unlisting = useUnlistRow()
  const unlist = () => {
    onForget(row.code)
    unlisting.mutate({ id: report.line.id, row: row.code })
  }
  return (
    <Popconfirm
      title={text('unlistSure', { name: row.name })}
      okText={text('unlist')}
      onConfirm={unlist}
    >
      <Button
        type="link"
        size="small"
        loading={unlisting.isPending}
        aria-label={text('unlistNamed', { name: row.name })}
      >
        {text('unlist')}
      </Button>
    </Popconfirm>
  )
}
