import { type ProjectListRow, readProjectFile } from '#contract/project.ts'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { uploadFile } from '../api/upload.ts'
import { DropZone } from '../document/drop-zone.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { Badge } from '../ui/badge.tsx'
import { useTakeProjects } from './queries.ts'
import styles from './project.module.css'

const route = getRouteApi('/projects/import')

interface ReadList {
  readonly fileName: string
  readonly rows: readonly ProjectListRow[]
}

/** Takes a list of projects in: read first, looked at line by line, then written as a whole. */
export function ProjectImportPage() {
  const text = useTranslations('projects')
  const problems = useProblemText()
  const [read, setRead] = useState<ReadList>()
  const [failure, setFailure] = useState<Error>()
  const take = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    setFailure(undefined)
    try {
      setRead(await uploadFile(readProjectFile, file, () => undefined))
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return (
    <>
      <PageHeader title={text('import')} note={text('importNote')} />
      {read ? (
        <Lines read={read} onAgain={() => setRead(undefined)} />
      ) : (
        <DropZone
          onFiles={(files) => void take(files)}
          title={text('dropTitle')}
          hint={text('dropHint')}
          accept=".xlsx,.csv,.txt"
        />
      )}
      {failure && (
        <Alert
          type="error"
          showIcon
          className={styles.problem ?? ''}
          title={problems(failure).message}
        />
      )}
    </>
  )
}

function Lines({ read, onAgain }: { read: ReadList; onAgain: () => void }) {
  const text = useTranslations('projects')
  const problems = useProblemText()
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const take = useTakeProjects()
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(read.rows.filter(({ doubts }) => doubts.length > 0).map(({ line }) => line)),
  )
  const chosen = read.rows.flatMap(({ line, content, known }) =>
    content && !left.has(line)
      ? [
          {
            line,
            content,
            ...(known && { known: { id: known.id, revision: known.revision } }),
          },
        ]
      : [],
  )
  const toggle = (line: number, isTaken: boolean) =>
    setLeft((now) => {
      const next = new Set(now)
      if (isTaken) next.delete(line)
      else next.add(line)
      return next
    })
  const submit = () =>
    take.mutate(
      { fileName: read.fileName, rows: chosen },
      {
        onSuccess: (done) => {
          void message.success(text('importDone', done))
          void navigate({ to: '/projects' })
        },
      },
    )
  return (
    <>
      <div className={styles.cardHead}>
        <p className={styles.quiet} aria-live="polite">
          {text('importCounts', {
            file: read.fileName,
            all: read.rows.length,
            chosen: chosen.length,
            known: chosen.filter((row) => 'known' in row).length,
          })}
        </p>
        <span className={styles.heading}>
          <Button onClick={onAgain}>{text('anotherFile')}</Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            loading={take.isPending}
            onClick={submit}
          >
            {text('takeOver')}
          </Button>
        </span>
      </div>
      {take.error && (
        <Alert
          type="error"
          showIcon
          className={styles.problem ?? ''}
          title={problems(take.error).message}
        />
      )}
      <LineTable rows={read.rows} left={left} onToggle={toggle} />
    </>
  )
}

function LineTable({
  rows,
  left,
  onToggle,
}: {
  rows: readonly ProjectListRow[]
  left: ReadonlySet<number>
  onToggle: (line: number, isTaken: boolean) => void
}) {
  const text = useTranslations('projects')
  const format = useFormatter()
  const columns: TableColumnsType<ProjectListRow> = [
    {
      title: text('takeLine'),
      key: 'take',
      width: 72,
      render: (_, { line, name, content }) => (
        <Checkbox
          aria-label={text('takeNamed', { name })}
          disabled={!content}
          checked={content !== undefined && !left.has(line)}
          onChange={({ target }) => onToggle(line, target.checked)}
        />
      ),
    },
    { title: text('lineNumber'), dataIndex: 'line', width: 64 },
    { title: text('name'), dataIndex: 'name' },
    {
      title: text('what'),
      key: 'what',
      width: 150,
      render: (_, { known }) =>
        known ? (
          <Badge tone="brand">{text('updates')}</Badge>
        ) : (
          <Badge tone="ok">{text('adds')}</Badge>
        ),
    },
    {
      title: text('stage'),
      key: 'stage',
      width: 88,
      render: (_, { content }) => (content ? text(`stages.${content.stage}`) : '—'),
    },
    {
      title: text('total'),
      key: 'total',
      align: 'right',
      render: (_, { content }) => (content ? format.number(Number(content.total)) : '—'),
    },
    {
      title: text('doubts'),
      key: 'doubts',
      render: (_, { doubts, content }) => (
        <ul className={styles.doubts}>
          {doubts.map(({ code, text: said }) => (
            <li key={`${code} ${said}`}>{text(`lineDoubts.${code}`, { said })}</li>
          ))}
          {!content && doubts.length === 0 && <li>{text('noTotal')}</li>}
        </ul>
      ),
    },
  ]
  return (
    <DataTable<ProjectListRow>
      label={text('import')}
      rowKey="line"
      size="small"
      isLong
      rows={rows}
      columns={columns}
      empty={<EmptyState title={text('none')} />}
    />
  )
}
