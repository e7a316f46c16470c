import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslations } from 'use-intl'
import { matterRules } from '../matter/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import type { Rules } from './rule-texts.ts'
import { StandingBadge } from './standing-badge.tsx'

interface Held {
  readonly code: string
  readonly version: number
  readonly inForce: boolean
}

/** What the editor of a kind, scheme or workflow is given. */
export interface Editing<Rule> {
  readonly rules: Rules
  readonly held: Rule
  /** What is written becomes a new rule that begins as `held` is. */
  readonly isCopy: boolean
}

/** Looks a rule up by its code and hands it to its editor; each rule and each copy gets an editor of its own. */
export function HeldRule<Rule extends Held>({
  code,
  isCopy,
  among,
  editor: Editor,
}: {
  code: string
  isCopy: boolean
  among: (rules: Rules) => readonly Rule[]
  editor: ComponentType<Editing<Rule>>
}) {
  const text = useTranslations('matterRule')
  const query = useQuery(matterRules())
  return (
    <QueryState query={query}>
      {(rules) => {
        const held = among(rules).find((one) => one.code === code)
        return held ? (
          <Editor key={`${code} ${String(isCopy)}`} rules={rules} held={held} isCopy={isCopy} />
        ) : (
          <EmptyState title={text('unknown')} />
        )
      }}
    </QueryState>
  )
}

/** Names the rule as it is being written, and offers a copy of it. */
export function RuleHeader({
  name,
  held,
  isCopy,
  mayCopy,
  to,
}: {
  name: string
  held: Held
  isCopy: boolean
  mayCopy: boolean
  to: `/matters/rules/${'kinds' | 'schemes' | 'workflows'}/$code`
}) {
  const text = useTranslations('matterRule')
  return (
    <PageHeader
      title={name || text('unnamed')}
      note={isCopy ? text('copyNote') : <StandingBadge {...held} />}
      actions={
        mayCopy &&
        !isCopy && (
          <LinkButton to={to} params={{ code: held.code }} search={{ copy: true }}>
            {text('copy')}
          </LinkButton>
        )
      }
    />
  )
}
