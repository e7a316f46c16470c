import {
  type AnalysisTemplate,
  type listTemplates,
  setTemplate,
} from '#contract/analysis-template.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { templates } from './queries.ts'
import { TemplateForm } from './template-form.tsx'
import own from './template.module.css'

const route = getRouteApi('/analysis/templates')

type Listed = Reply<typeof listTemplates>
type Version = Listed['templates'][number]['versions'][number]

const codes = ['month', 'quarter', 'year'] as const

/** How the analysis is written: sentences with places, lists and tables, changed and tried in the browser. */
export function TemplatePage() {
  const text = useTranslations('template')
  const words = useTranslations('analysis')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(templates())
  const code = search.code ?? 'month'
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <Segmented
            value={code}
            onChange={(next) => void navigate({ search: { code: next }, replace: true })}
            aria-label={text('title')}
            options={codes.map((each) => ({ value: each, label: words(each) }))}
          />
        }
      />
      <QueryState query={query}>
        {(listed) => {
          const versions = listed.templates.find((one) => one.code === code)?.versions ?? []
          // A template being changed is not to be lost to another one: each has a form of its own.
          return <Template key={code} versions={versions} listed={listed} />
        }}
      </QueryState>
    </>
  )
}

function Template({ versions, listed }: { versions: readonly Version[]; listed: Listed }) {
  const text = useTranslations('template')
  const { message } = App.useApp()
  const mayChange = useMay(setTemplate)
  const [latest] = versions
  const [draft, setDraft] = useState<AnalysisTemplate>()
  if (!latest) return null
  return (
    <>
      <TemplateForm
        inUse={latest}
        template={draft ?? latest.template}
        listed={listed}
        mayChange={mayChange}
        onChange={setDraft}
        onSaved={() => {
          setDraft(undefined)
          void message.success(text('saved'))
        }}
      />
      <section className={own.versions}>
        <h2>{text('versions')}</h2>
        <DataTable<Version>
          label={text('versions')}
          rows={versions}
          rowKey="version"
          size="small"
          empty={text('shipped')}
          columns={[
            {
              title: text('version'),
              render: (_, { version }) =>
                version === 0 ? text('shipped') : text('versionOf', { version }),
            },
            { title: text('why'), dataIndex: 'why' },
            {
              title: text('changedBy'),
              render: (_, { by, at }) => (
                <span className={styles.unit}>
                  {by ? `${by.name} ${at ? dayOf(at) : ''}` : '—'}
                </span>
              ),
            },
            {
              title: text('use'),
              render: (_, { template }) =>
                mayChange && (
                  <Button size="small" onClick={() => setDraft(template)}>
                    {text('use')}
                  </Button>
                ),
            },
          ]}
        />
      </section>
    </>
  )
}
