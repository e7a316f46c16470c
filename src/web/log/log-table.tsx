import { actionTexts, changeLines, entityTexts } from '#contract/texts/event-texts.zh.ts'
import type { LogEntry } from '#contract/log.ts'
import { Button, type TableColumnsType } from 'antd'
import { useFormatter, useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useCodeWords } from '../ui/use-code-words.ts'
import { subjectName } from './entry-words.ts'
import styles from './log-page.module.css'

// In characters.
const longestChange = 60

export function LogTable({
  entries,
  onChoose,
}: {
  entries: readonly LogEntry[]
  onChoose: (entry: LogEntry) => void
}) {
  const text = useTranslations('log')
  const format = useFormatter()
  const actionOf = useCodeWords(actionTexts)
  const kindOf = useCodeWords(entityTexts)
  const columns: TableColumnsType<LogEntry> = [
    {
      title: text('number'),
      key: 'number',
      align: 'right',
      render: (_, entry) => (
        <Button
          type="link"
          size="small"
          style={{ padding: 0 }}
          aria-label={text('open', { position: entry.position })}
          onClick={() => onChoose(entry)}
        >
          {entry.position}
        </Button>
      ),
    },
    {
      title: text('when'),
      key: 'when',
      render: (_, { at }) => (
        <span className={styles.whole}>
          {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}
        </span>
      ),
    },
    {
      title: text('who'),
      key: 'who',
      render: (_, { by }) => <span className={styles.whole}>{by.name}</span>,
    },
    { title: text('where'), key: 'where', render: (_, { address = text('itself') }) => address },
    { title: text('region'), key: 'region', render: (_, { region }) => region.name },
    {
      title: text('what'),
      key: 'what',
      render: (_, { action }) => <span className={styles.whole}>{actionOf(action)}</span>,
    },
    {
      title: text('subject'),
      key: 'subject',
      render: (_, entry) =>
        [kindOf(entry.entity.kind), subjectName(entry)]
          .filter((part) => part !== undefined)
          .join(' · '),
    },
    {
      title: text('change'),
      key: 'change',
      render: (_, { before, after }) => <Change lines={changeLines(before, after)} />,
    },
    { title: text('why'), dataIndex: 'why' },
  ]
  return (
    <DataTable
      label={text('title')}
      rowKey="position"
      rows={entries}
      columns={columns}
      empty={<EmptyState title={text('none')} hint={text('noneHint')} />}
    />
  )
}

/** The changes on a line or two; all of them stand beside the table. */
function Change({ lines }: { lines: readonly string[] }) {
  const words = lines.join('；')
  return (
    <span className={styles.change}>
      {words.length > longestChange ? `${words.slice(0, longestChange)}…` : words}
    </span>
  )
}
