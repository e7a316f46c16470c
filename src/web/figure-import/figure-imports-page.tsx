import type { FigureImport, SheetLayout } from '#contract/figure-import.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { DropZone } from '../document/drop-zone.tsx'
import { UploadRows } from '../document/upload-rows.tsx'
import { useUploads } from '../document/use-uploads.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { ExportDialog } from './export-dialog.tsx'
import styles from './figure-import.module.css'
import { ImportStateBadge } from './import-state.tsx'
import { figureFiles, figureImports, sheetLayouts, useForget } from './queries.ts'

/** Drop files of figures in; each waits for its mapping to be looked at. */
export function FigureImportsPage() {
  const text = useTranslations('figureImport')
  const { uploads, add, clear } = useUploads(figureFiles)
  const imports = useQuery(figureImports())
  const layouts = useQuery(sheetLayouts())
  const [isExporting, setIsExporting] = useState(false)
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={<Button onClick={() => setIsExporting(true)}>{text('export')}</Button>}
      />
      <ExportDialog open={isExporting} onClose={() => setIsExporting(false)} />
      <DropZone
        onFiles={add}
        title={text('dropTitle')}
        hint={text('dropHint')}
        accept=".xlsx,.csv,.txt"
      />
      <UploadRows uploads={uploads} onClear={clear} />
      <h2 className={styles.heading}>{text('files')}</h2>
      <QueryState query={imports}>{(list) => <ImportTable imports={list} />}</QueryState>
      <h2 className={styles.heading}>{text('layouts')}</h2>
      <p className={styles.lead}>{text('layoutsNote')}</p>
      <QueryState query={layouts}>{(list) => <LayoutTable layouts={list} />}</QueryState>
    </>
  )
}

function ImportTable({ imports }: { imports: readonly FigureImport[] }) {
  const text = useTranslations('figureImport')
  const format = useFormatter()
  const columns: TableColumnsType<FigureImport> = [
    {
      title: text('file'),
      key: 'file',
      render: (_, { id, fileName }) => (
        <Link to="/figure-imports/$importId" params={{ importId: id }}>
          {fileName}
        </Link>
      ),
    },
    {
      title: text('state'),
      key: 'state',
      render: (_, { state }) => <ImportStateBadge state={state} />,
    },
    {
      title: text('result'),
      key: 'result',
      render: (_, { counts }) =>
        counts
          ? text('resultWords', {
              fresh: counts.new,
              changed: counts.changed,
              refused: counts.refused,
            })
          : '—',
    },
    { title: text('by'), key: 'by', render: (_, { uploadedBy }) => uploadedBy.name },
    {
      title: text('at'),
      key: 'at',
      render: (_, { uploadedAt }) =>
        format.dateTime(new Date(uploadedAt), { dateStyle: 'medium', timeStyle: 'short' }),
    },
  ]
  return (
    <DataTable
      label={text('files')}
      rowKey="id"
      rows={imports}
      columns={columns}
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
    />
  )
}

function LayoutTable({ layouts }: { layouts: readonly SheetLayout[] }) {
  const text = useTranslations('figureImport')
  const format = useFormatter()
  const forget = useForget()
  const problems = useProblemText()
  const { message, modal } = App.useApp()
  const ask = (layout: SheetLayout) =>
    void modal.confirm({
      title: text('forgetTitle', { name: layout.name }),
      content: text('forgetNote'),
      okText: text('forget'),
      onOk: () =>
        forget
          .mutateAsync({ id: layout.id })
          .catch((error: Error) => message.error(problems(error).message)),
    })
  const columns: TableColumnsType<SheetLayout> = [
    { title: text('layout'), dataIndex: 'name' },
    { title: text('timesUsed'), dataIndex: 'uses', align: 'right' },
    { title: text('confirmedBy'), key: 'by', render: (_, { confirmedBy }) => confirmedBy.name },
    {
      title: text('confirmedAt'),
      key: 'at',
      render: (_, { confirmedAt }) =>
        format.dateTime(new Date(confirmedAt), { dateStyle: 'medium' }),
    },
    {
      title: text('action'),
      key: 'action',
      render: (_, layout) => (
        <Button size="small" onClick={() => ask(layout)}>
          {text('forget')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      label={text('layouts')}
      rowKey="id"
      rows={layouts}
      columns={columns}
      empty={<EmptyState title={text('noLayouts')} hint={text('noLayoutsHint')} />}
    />
  )
}
