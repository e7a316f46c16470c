import { Scheme } from '#contract/matter-fields.ts'
import { enforceScheme } from '#contract/matter-rule.ts'
import { ruledScheme } from '#core/matter/ruled-scheme.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App } from 'antd'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { matterRules } from '../matter/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { useEnforceScheme } from './queries.ts'
import {
  concernedKinds,
  freeCode,
  type HeldScheme,
  type Rules,
  vocabularyOf,
} from './rule-texts.ts'
import { SchemeForm } from './scheme-form.tsx'
import { SchemeTrial } from './scheme-trial.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { useDraft } from './use-draft.ts'

const route = getRouteApi('/matters/rules/schemes/$code')

/** Lamps, slips, reminders and moves of one scheme; tried on past matters before they are put in force. */
export function SchemePage() {
  const text = useTranslations('matterRule')
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  const query = useQuery(matterRules())
  return (
    <QueryState query={query}>
      {(rules) => {
        const held = rules.schemes.find((one) => one.code === code)
        return held ? (
          <SchemeEditor key={`${code} ${String(copy)}`} rules={rules} held={held} isCopy={copy} />
        ) : (
          <EmptyState title={text('unknown')} />
        )
      }}
    </QueryState>
  )
}

function SchemeEditor({
  rules,
  held,
  isCopy,
}: {
  rules: Rules
  held: HeldScheme
  isCopy: boolean
}) {
  const text = useTranslations('matterRule')
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceScheme)
  const enforce = useEnforceScheme()
  const stored = useMemo(
    () =>
      isCopy
        ? copied(held, rules.schemes, text('copyOf', { name: held.name }))
        : Scheme.parse(held),
    [held, isCopy, rules.schemes, text],
  )
  const draft = useDraft(held, stored)
  const scheme = draft.content
  const { kinds, workflows } = rules
  const vocabulary = useMemo(() => vocabularyOf(concernedKinds(kinds, scheme)), [kinds, scheme])
  const faults = useMemo(() => {
    const ruled = ruledScheme(scheme, kinds, workflows)
    return ruled.ok ? [] : ruled.error
  }, [scheme, kinds, workflows])
  const decide = (inForce: boolean, why: string) =>
    enforce.mutate(
      { code: scheme.code, scheme, inForce, version: isCopy ? 0 : draft.version, why },
      {
        onSuccess: ({ code, version }) => {
          draft.saved({ version, inForce })
          void message.success(text(inForce ? 'enforced' : 'taken'))
          if (isCopy) void navigate({ params: { code }, search: {} })
        },
      },
    )
  return (
    <>
      <PageHeader
        title={scheme.name || text('unnamed')}
        note={isCopy ? text('copyNote') : <StandingBadge {...held} />}
        actions={
          mayChange &&
          !isCopy && (
            <LinkButton
              to="/matters/rules/schemes/$code"
              params={{ code: held.code }}
              search={{ copy: true }}
            >
              {text('copy')}
            </LinkButton>
          )
        }
      />
      <SchemeForm
        scheme={scheme}
        rules={rules}
        vocabulary={vocabulary}
        readOnly={!mayChange}
        onChange={draft.change}
      />
      {mayChange && (
        <>
          <SchemeTrial scheme={scheme} isReadable={faults.length === 0} />
          <DecisionBar
            draft={draft}
            isNew={isCopy}
            isPending={enforce.isPending}
            error={enforce.error}
            faults={faults.map((fault) => `${text('place', placeOf(fault.place))}：${fault.text}`)}
            onDecide={decide}
          />
        </>
      )}
    </>
  )

  function placeOf(place: string): { part: string; number: number } {
    const [part = '', index = '0'] = place.split('.')
    const known = (['lamps', 'slips', 'reminders', 'exemptions', 'moves', 'lists'] as const).find(
      (one) => one === part,
    )
    return { part: known ? text(known) : text('forKinds'), number: Number(index) + 1 }
  }
}

function copied(held: HeldScheme, taken: Rules['schemes'], name: string): Scheme {
  return { ...Scheme.parse(held), code: freeCode(held.code, taken), name }
}
