import type { ShownImport } from '#contract/figure-import.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DifferencesPane } from './differences-pane.tsx'
import { ImportActions } from './import-actions.tsx'
import { ImportStateBadge } from './import-state.tsx'
import { MappingPane } from './mapping-pane.tsx'
import { figureImport } from './queries.ts'

const route = getRouteApi('/figure-imports/$importId')

/** One file: what its tables mean, what it would change, and the act of taking it in or back. */
export function FigureImportPage() {
  const { importId } = route.useParams()
  const query = useQuery(figureImport(importId))
  return <QueryState query={query}>{(shown) => <Desk shown={shown} />}</QueryState>
}

type Tab = 'mapping' | 'differences'

function Desk({ shown }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const format = useFormatter()
  const { figureImport: file, tables, exported } = shown
  const isSettled = tables.every(({ isConfirmed }) => isConfirmed)
  const [chosen, setChosen] = useState<Tab>()
  const tab = chosen ?? (isSettled || file.state !== 'open' ? 'differences' : 'mapping')
  const ended =
    file.endedBy && file.endedAt !== undefined
      ? text('endedBy', {
          name: file.endedBy.name,
          at: format.dateTime(new Date(file.endedAt), { dateStyle: 'medium', timeStyle: 'short' }),
        })
      : ''
  return (
    <>
      <PageHeader
        title={file.fileName}
        note={
          <>
            <ImportStateBadge state={file.state} /> {ended}
          </>
        }
        actions={<ImportActions shown={shown} onConfirmed={() => setChosen('differences')} />}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => setChosen(key === 'mapping' ? 'mapping' : 'differences')}
        items={[
          ...(exported
            ? []
            : [
                {
                  key: 'mapping',
                  label: text('mapping'),
                  children: <MappingPane shown={shown} />,
                },
              ]),
          {
            key: 'differences',
            label: text('differences'),
            children: <DifferencesPane shown={shown} />,
          },
        ]}
      />
    </>
  )
}
