import { setWarningRule } from '#contract/warning.ts'
import type { Reply } from '#contract/route.ts'
import type { listWarningRules } from '#contract/warning.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { share } from '../watching/figure-words.ts'
import styles from '../watching/watching.module.css'
import { GradeBadge } from './grade-badge.tsx'
import { warningRules } from './queries.ts'

type RuleVersion = Reply<typeof listWarningRules>['rules'][number]

/** The rules warnings follow, each with how often it was right. */
export function WarningRulesPage() {
  const text = useTranslations('warning')
  const query = useQuery(warningRules())
  const mayChange = useMay(setWarningRule)
  return (
    <>
      <PageHeader
        title={text('page.rules')}
        note={text('page.rulesNote')}
        actions={
          mayChange && (
            <LinkButton look="primary" to="/warnings/rules/$code" params={{ code: 'new' }}>
              {text('page.add')}
            </LinkButton>
          )
        }
      />
      <QueryState query={query}>
        {({ rules }) => (
          <DataTable<RuleVersion>
            label={text('page.rules')}
            rows={rules}
            rowKey={({ rule }) => rule.code}
            empty={text('none')}
            columns={[
              {
                title: text('columns.rule'),
                render: (_, { rule, version, inForce }) => (
                  <>
                    {rule.name}{' '}
                    {inForce ? (
                      <Badge tone="ok" shape="check">
                        {text('page.inForce')}
                      </Badge>
                    ) : (
                      <Badge tone="none" shape="dashed">
                        {text('page.stopped')}
                      </Badge>
                    )}
                    <div className={styles.scope}>
                      {version === 0 ? text('page.shipped') : text('page.version', { version })}
                    </div>
                  </>
                ),
              },
              {
                title: text('columns.subject'),
                render: (_, { rule }) => text(`subject.${rule.subject}`),
              },
              {
                title: text('page.conditions'),
                render: (_, { rule }) => <Conditions of={rule.conditions} />,
              },
              {
                title: text('page.precision'),
                render: (_, { skill }) => (
                  <>
                    {skill.precision === undefined ? '—' : share(skill.precision)}
                    {skill.recall !== undefined &&
                      ` · ${text('page.recall')} ${share(skill.recall)}`}
                    <div className={styles.scope}>
                      {skill.judged > 0 ? text('page.judged', skill) : text('page.notJudged')}
                    </div>
                  </>
                ),
              },
              {
                title: text('page.edit'),
                key: 'act',
                render: (_, { rule }) => (
                  <LinkButton size="small" to="/warnings/rules/$code" params={{ code: rule.code }}>
                    {text(mayChange ? 'page.edit' : 'page.open')}
                  </LinkButton>
                ),
              },
            ]}
          />
        )}
      </QueryState>
    </>
  )
}

function Conditions({ of }: { of: RuleVersion['rule']['conditions'] }) {
  return (['red', 'orange', 'yellow'] as const).map((grade) => {
    const condition = of[grade]
    return (
      condition !== undefined && (
        <div key={grade}>
          <GradeBadge grade={grade} /> <code>{condition}</code>
        </div>
      )
    )
  })
}
