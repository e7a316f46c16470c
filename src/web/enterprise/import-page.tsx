import { type EnterpriseImport, uploadEnterprises } from '#contract/enterprise-import.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, App, Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { uploadFile } from '../api/upload.ts'
import { DropZone } from '../document/drop-zone.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import {
  type Choice,
  type Choices,
  decisionsOf,
  outcomeOf,
  proposedChoices,
  undecided,
} from './import-decisions.ts'
import { ImportTable } from './import-table.tsx'
import { enterpriseImport, useDecideImport } from './queries.ts'
import styles from './enterprise.module.css'

const route = getRouteApi('/enterprises/import')

/** Takes a list of enterprises in: read first, decided about row by row, then taken over as a whole. */
export function ImportPage() {
  const text = useTranslations('enterprises')
  const problems = useProblemText()
  const client = useQueryClient()
  const { list } = route.useSearch()
  const navigate = route.useNavigate()
  const [failure, setFailure] = useState<Error>()
  const query = useQuery({ ...enterpriseImport(list ?? ''), enabled: list !== undefined })
  const take = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    setFailure(undefined)
    try {
      const taken = await uploadFile(uploadEnterprises, file, () => undefined)
      client.setQueryData(enterpriseImport(taken.id).queryKey, taken)
      await navigate({ search: { list: taken.id } })
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }
  return (
    <>
      <PageHeader title={text('import')} note={text('importNote')} />
      {list === undefined ? (
        <DropZone
          onFiles={(files) => void take(files)}
          title={text('dropTitle')}
          hint={text('dropHint')}
          accept=".xlsx,.csv,.txt"
        />
      ) : (
        <QueryState query={query}>{(held) => <Decisions key={held.id} held={held} />}</QueryState>
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

function Decisions({ held }: { held: EnterpriseImport }) {
  const text = useTranslations('enterprises')
  const problems = useProblemText()
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const decide = useDecideImport()
  const [choices, setChoices] = useState<Choices>(() => proposedChoices(held.rows))
  const [shown, setShown] = useState<'all' | 'open'>('all')
  const open = undecided(held.rows, choices)
  const [askedAtFirst] = useState(() => new Set(open.map(({ line }) => line)))
  const rows = useMemo(
    () => (shown === 'all' ? held.rows : held.rows.filter(({ line }) => askedAtFirst.has(line))),
    [held.rows, shown, askedAtFirst],
  )
  const choose = (line: number, choice: Choice) =>
    setChoices((now) => new Map(now).set(line, choice))
  const submit = () =>
    decide.mutate(
      { id: held.id, decisions: decisionsOf(choices) },
      {
        onSuccess: (done) => {
          void message.success(text('importDone', done))
          void navigate({ to: '/enterprises' })
        },
      },
    )
  const isDone = held.doneAt !== undefined
  return (
    <>
      <div className={styles.cardHead}>
        <p className={styles.quiet} aria-live="polite">
          {text('importCounts', {
            file: held.fileName,
            all: held.rows.length,
            open: open.length,
            ...outcomeOf(choices),
          })}
        </p>
        <span className={styles.name}>
          <Segmented
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all' as const, label: text('allRows') },
              { value: 'open' as const, label: text('askedRows', { count: askedAtFirst.size }) },
            ]}
          />
          <Button
            type="primary"
            disabled={isDone || open.length > 0}
            loading={decide.isPending}
            onClick={submit}
          >
            {text('takeOver')}
          </Button>
        </span>
      </div>
      {isDone && (
        <Alert type="info" showIcon className={styles.problem ?? ''} title={text('alreadyTaken')} />
      )}
      {decide.error && (
        <Alert
          type="error"
          showIcon
          className={styles.problem ?? ''}
          title={problems(decide.error).message}
        />
      )}
      <ImportTable rows={rows} choices={choices} isDone={isDone} onChoose={choose} />
    </>
  )
}
