import { type lampRuleInForce, setLampRule } from '#contract/lamp-rule.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { dayOf } from '../ui/china-day.ts'
import { DataTable } from '../ui/data-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import styles from '../watching/watching.module.css'
import { LampRuleForm } from './lamp-rule-form.tsx'
import own from './lamp-rule.module.css'
import { lampRule, type Rule } from './queries.ts'

type Versions = Reply<typeof lampRuleInForce>['versions']

/** By which rule lamps are lit: read, changed after a trial on past months, and its earlier versions. */
export function LampRulePage() {
  const text = useTranslations('lampRule')
  const query = useQuery(lampRule())
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {({ versions, names }) => <Body versions={versions} names={names} />}
      </QueryState>
    </>
  )
}

function Body({ versions, names }: { versions: Versions; names: readonly string[] }) {
  const text = useTranslations('lampRule')
  const { message } = App.useApp()
  const mayChange = useMay(setLampRule)
  const [latest] = versions
  const [draft, setDraft] = useState<Rule>()
  if (!latest) return null
  return (
    <>
      <section className={styles.panel}>
        <div className={styles.panelHead}>
          <h2>
            {text('inForce', {
              version:
                latest.version === 0
                  ? text('shipped')
                  : text('version', { version: latest.version }),
            })}
          </h2>
          {!mayChange && <span className={styles.scope}>{text('readOnly')}</span>}
        </div>
        <p className={styles.scope}>{text('signs')}</p>
        <p className={styles.scope}>{text('names', { names: names.join('、') })}</p>
        <LampRuleForm
          inForce={latest}
          rule={draft ?? latest.rule}
          mayChange={mayChange}
          onChange={setDraft}
          onSaved={() => {
            setDraft(undefined)
            void message.success(text('saved'))
          }}
        />
      </section>
      <section className={own.versions}>
        <h2>{text('versions')}</h2>
        <VersionTable versions={versions} onUse={mayChange ? setDraft : undefined} />
      </section>
    </>
  )
}

const fields = ['behind', 'warning', 'bindingBehind', 'bindingWarning'] as const

function VersionTable({
  versions,
  onUse,
}: {
  versions: Versions
  onUse: ((rule: Rule) => void) | undefined
}) {
  const text = useTranslations('lampRule')
  return (
    <DataTable<Versions[number]>
      label={text('versions')}
      rows={versions}
      rowKey="version"
      empty={text('empty')}
      columns={[
        {
          title: text('versions'),
          render: (_, { version, why }) => (
            <>
              {version === 0 ? text('shipped') : text('version', { version })}
              <div className={styles.scope}>{why}</div>
            </>
          ),
        },
        {
          title: text('rule'),
          render: (_, { rule }) =>
            fields.map((field) => (
              <div key={field} className={own.condition}>
                <span className={styles.scope}>
                  {text(field.startsWith('binding') ? 'kind.binding' : 'kind.usual')} ·{' '}
                  {text(`field.${field}`)}
                </span>{' '}
                <code>{rule[field]}</code>
              </div>
            )),
        },
        {
          title: text('by'),
          render: (_, { by, at, version }) => (
            <span className={styles.unit}>{version === 0 ? '—' : `${by?.name} ${dayOf(at)}`}</span>
          ),
        },
        {
          title: text('use'),
          render: (_, { rule }) =>
            onUse && (
              <Button size="small" onClick={() => onUse(rule)}>
                {text('use')}
              </Button>
            ),
        },
      ]}
    />
  )
}
