import type { listWarningRules } from '#contract/warning.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { MissedTroubles } from './missed-troubles.tsx'
import { warningRules } from './queries.ts'
import { newRule } from './rule-edit.ts'
import { RuleForm } from './rule-form.tsx'

const route = getRouteApi('/warnings/rules/$code')

type Listed = Reply<typeof listWarningRules>

/** One warning rule, or a new one: what it looks at, its conditions, what it would have found, what it missed. */
export function WarningRulePage() {
  const text = useTranslations('warning')
  const { code } = route.useParams()
  const query = useQuery(warningRules())
  return (
    <QueryState query={query}>
      {(listed) => {
        const known = listed.rules.find(({ rule }) => rule.code === code)
        if (!known && code !== 'new') return <EmptyState title={text('page.noRule')} />
        return <Rule key={code} known={known} />
      }}
    </QueryState>
  )
}

function Rule({ known }: { known: Listed['rules'][number] | undefined }) {
  const text = useTranslations('warning')
  const navigate = route.useNavigate()
  // Made once: the code of a new rule stays the same while it is written.
  const [rule, setRule] = useState(() => known?.rule ?? newRule(Date.now()))
  return (
    <>
      <PageHeader
        title={known ? known.rule.name : text('page.add')}
        note={
          known
            ? `${known.version === 0 ? text('page.shipped') : text('page.version', { version: known.version })} · ${
                known.inForce ? text('page.inForce') : text('page.stopped')
              }`
            : text('page.rulesNote')
        }
      />
      <RuleForm
        known={known}
        rule={rule}
        onChange={setRule}
        onSaved={() => void navigate({ to: '/warnings/rules' })}
      />
      {known && <MissedTroubles rule={known.rule} skill={known.skill} />}
    </>
  )
}
