import { enforceScheme } from '#contract/matter-rule.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { matterRules } from '../matter/queries.ts'
import { DataTable } from '../ui/data-table.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import type { HeldKind, HeldScheme, HeldWorkflow, Rules } from './rule-texts.ts'
import { StandingBadge } from './standing-badge.tsx'
import styles from './matter-rule.module.css'

const route = getRouteApi('/matters/rules')
const parts = ['schemes', 'workflows', 'kinds'] as const

/** The rules of supervision as data: lamps and slips, the ways matters go, the kinds there are. */
export function RulesPage() {
  const text = useTranslations('matterRule')
  const { part = 'schemes' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(matterRules())
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('titleNote')}
        actions={
          <>
            <LinkButton to="/calendar">{text('calendar')}</LinkButton>
            <Segmented
              value={part}
              aria-label={text('title')}
              onChange={(next) => void navigate({ search: { part: next }, replace: true })}
              options={parts.map((one) => ({ value: one, label: text(`parts.${one}`) }))}
            />
          </>
        }
      />
      <QueryState query={query}>
        {(rules) => {
          switch (part) {
            case 'schemes':
              return <Schemes rules={rules} />
            case 'workflows':
              return <Workflows rules={rules} />
            case 'kinds':
              return <Kinds rules={rules} />
          }
        }}
      </QueryState>
    </>
  )
}

function useOpenWords(): string {
  const text = useTranslations('matterRule')
  return text(useMay(enforceScheme) ? 'open' : 'look')
}

function Schemes({ rules: { schemes, kinds } }: { rules: Rules }) {
  const text = useTranslations('matterRule')
  const open = useOpenWords()
  const names = new Map(kinds.map(({ code, name }) => [code, name]))
  return (
    <DataTable<HeldScheme>
      label={text('parts.schemes')}
      rows={schemes}
      rowKey="code"
      empty={text('none')}
      columns={[
        {
          title: text('name'),
          render: (_, { code, name, note }) => (
            <>
              <Link to="/matters/rules/schemes/$code" params={{ code }}>
                {name}
              </Link>
              {note && <div className={styles.note}>{note}</div>}
            </>
          ),
        },
        { title: text('standing'), render: (_, scheme) => <StandingBadge {...scheme} /> },
        {
          title: text('forKinds'),
          render: (_, scheme) =>
            scheme.kinds.length === 0
              ? text('allKinds')
              : scheme.kinds.map((code) => names.get(code) ?? code).join('、'),
        },
        {
          title: text('holds'),
          render: (_, { lamps, slips, reminders, moves }) =>
            text('holding', {
              lamps: lamps.length,
              slips: slips.length,
              reminders: reminders.length,
              moves: moves.length,
            }),
        },
        {
          title: text('act'),
          render: (_, { code }) => (
            <LinkButton size="small" to="/matters/rules/schemes/$code" params={{ code }}>
              {open}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}

function Workflows({ rules: { workflows, kinds } }: { rules: Rules }) {
  const text = useTranslations('matterRule')
  const open = useOpenWords()
  return (
    <DataTable<HeldWorkflow>
      label={text('parts.workflows')}
      rows={workflows}
      rowKey="code"
      empty={text('none')}
      columns={[
        {
          title: text('name'),
          render: (_, { code, name, states }) => (
            <>
              <Link to="/matters/rules/workflows/$code" params={{ code }}>
                {name}
              </Link>
              <ol className={styles.flow}>
                {states.map((state) => (
                  <li key={state.code}>{state.name}</li>
                ))}
              </ol>
            </>
          ),
        },
        { title: text('standing'), render: (_, workflow) => <StandingBadge {...workflow} /> },
        { title: text('actions'), align: 'right', render: (_, { actions }) => actions.length },
        {
          title: text('forKinds'),
          render: (_, { code }) =>
            kinds
              .filter(({ workflow }) => workflow === code)
              .map(({ name }) => name)
              .join('、') || '—',
        },
        {
          title: text('act'),
          render: (_, { code }) => (
            <LinkButton size="small" to="/matters/rules/workflows/$code" params={{ code }}>
              {open}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}

function Kinds({ rules: { workflows, kinds } }: { rules: Rules }) {
  const text = useTranslations('matterRule')
  const open = useOpenWords()
  const names = new Map(workflows.map(({ code, name }) => [code, name]))
  return (
    <DataTable<HeldKind>
      label={text('parts.kinds')}
      rows={kinds}
      rowKey="code"
      empty={text('none')}
      columns={[
        {
          title: text('name'),
          render: (_, { code, name }) => (
            <Link to="/matters/rules/kinds/$code" params={{ code }}>
              {name}
            </Link>
          ),
        },
        { title: text('standing'), render: (_, kind) => <StandingBadge {...kind} /> },
        { title: text('workflow'), render: (_, { workflow }) => names.get(workflow) ?? workflow },
        {
          title: text('dueIn'),
          render: (_, { dueIn }) =>
            dueIn ? text('workingDays', { days: dueIn.workingDays }) : text('byMatter'),
        },
        {
          title: text('steps'),
          render: (_, { steps = [] }) => steps.map(({ name }) => name).join('、') || '—',
        },
        {
          title: text('act'),
          render: (_, { code }) => (
            <LinkButton size="small" to="/matters/rules/kinds/$code" params={{ code }}>
              {open}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}
