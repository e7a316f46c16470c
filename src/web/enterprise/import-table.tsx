import type { EnterpriseImportRow, ImportCandidate, RowDoubt } from '#contract/enterprise-import.ts'
import { Select, Table, type TableColumnsType } from 'antd'
import { useTranslations } from 'use-intl'
import type { zh } from '../messages/zh.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import type { Choice, Choices } from './import-decisions.ts'
import { useTableRoom } from './use-table-room.ts'
import styles from './enterprise.module.css'

/** The rows of a list; what is not sure has to be chosen. */
export function ImportTable({
  rows,
  choices,
  isDone,
  onChoose,
}: {
  rows: readonly EnterpriseImportRow[]
  choices: Choices
  isDone: boolean
  onChoose: (line: number, choice: Choice) => void
}) {
  const text = useTranslations('enterprises')
  const { height, isNarrow } = useTableRoom()
  if (rows.length === 0) return <EmptyState title={text('nothingAsked')} />
  const columns: TableColumnsType<EnterpriseImportRow> = [
    { title: text('line'), dataIndex: 'line', width: 60 },
    {
      title: text('name'),
      key: 'name',
      width: isNarrow ? 180 : 260,
      render: (_, { name, uscc }) => (
        <span>
          {name}
          <br />
          <span className={`${styles.code} ${styles.quiet}`}>{uscc ?? text('noCodeRead')}</span>
        </span>
      ),
    },
    {
      title: text('doubts'),
      key: 'doubts',
      width: 260,
      render: (_, { doubts }) =>
        doubts.map((doubt) => (
          <div key={doubt.code} className={styles.doubt}>
            <Badge tone="warn" shape="triangle">
              <DoubtWords doubt={doubt} />
            </Badge>
          </div>
        )),
    },
    {
      title: text('decision'),
      key: 'decision',
      width: 380,
      render: (_, row) => (
        <Decision
          row={row}
          choice={choices.get(row.line)}
          isDone={isDone}
          onChoose={(choice) => onChoose(row.line, choice)}
        />
      ),
    },
  ]
  return (
    <ScrollRegion className={styles.table} label={text('import')}>
      <Table<EnterpriseImportRow>
        virtual
        size="small"
        rowKey="line"
        pagination={false}
        columns={columns}
        dataSource={rows}
        scroll={{ x: 960, y: height }}
      />
    </ScrollRegion>
  )
}

function DoubtWords({ doubt }: { doubt: RowDoubt }) {
  const text = useTranslations('enterprises.rowDoubts')
  const codes = useTranslations('enterprises.codeProblems')
  switch (doubt.code) {
    case 'uscc-missing':
      return text('uscc-missing')
    case 'uscc-wrong':
      return text('uscc-wrong', { problem: codes(doubt.problem) })
    case 'uscc-twice':
      return text('uscc-twice', { line: doubt.line })
    case 'industry-unknown':
    case 'place-unknown':
    case 'day-unreadable':
      return text(doubt.code, { text: doubt.text })
  }
}

function Decision({
  row,
  choice,
  isDone,
  onChoose,
}: {
  row: EnterpriseImportRow
  choice: Choice | undefined
  isDone: boolean
  onChoose: (choice: Choice) => void
}) {
  const text = useTranslations('enterprises')
  const chosen = row.candidates.find(({ id }) => id === choice)
  return (
    <div>
      <Select<Choice>
        className={styles.decision ?? ''}
        aria-label={text('decisionFor', { name: row.name })}
        placeholder={text('pleaseDecide')}
        status={choice === undefined ? 'warning' : ''}
        disabled={isDone}
        value={choice ?? null}
        options={[
          ...row.candidates.map((candidate) => ({
            value: candidate.id as Choice,
            label: text('isSame', {
              name: candidate.name,
              reason: text(`duplicate.${candidate.reason}`),
            }),
          })),
          { value: 'add', label: text('addIt') },
          { value: 'skip', label: text('skipIt') },
        ]}
        onChange={onChoose}
      />
      {chosen && <Differences candidate={chosen} />}
    </div>
  )
}

type Field = keyof (typeof zh)['enterprises']['fields']

function Differences({ candidate }: { candidate: ImportCandidate }) {
  const text = useTranslations('enterprises')
  const names = candidate.differs.map((field) => {
    const words = `fields.${field as Field}` as const
    return text.has(words) ? text(words) : field
  })
  return (
    <div className={styles.quiet}>
      {names.length === 0 ? text('nothingNew') : text('updates', { fields: names.join('、') })}
    </div>
  )
}
