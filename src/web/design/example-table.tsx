import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Lamp, type LampState } from '../ui/lamp.tsx'

const rows: readonly {
  readonly name: 'output' | 'energy' | 'factories'
  readonly unit: 'hundredMillionYuan' | 'percent' | 'enterprises'
  readonly target: string
  readonly state: LampState
}[] = [
  { name: 'output', unit: 'hundredMillionYuan', target: '≥3,280', state: 'warning' },
  { name: 'energy', unit: 'percent', target: '≥15', state: 'late' },
  { name: 'factories', unit: 'enterprises', target: '18', state: 'silent' },
]

export function ExampleTable() {
  const text = useTranslations('design')
  return (
    <DataTable
      label={text('table')}
      rowKey="name"
      rows={rows}
      columns={[
        { title: text('indicator'), key: 'name', render: (_, { name }) => text(name) },
        { title: text('unit'), key: 'unit', render: (_, { unit }) => text(`units.${unit}`) },
        { title: text('target'), dataIndex: 'target', align: 'right' },
        { title: text('state'), key: 'state', render: (_, { state }) => <Lamp state={state} /> },
      ]}
      empty={<EmptyState title={text('emptyTitle')} />}
    />
  )
}
