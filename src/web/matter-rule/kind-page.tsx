import { MatterKind } from '#contract/matter-fields.ts'
import { enforceKind } from '#contract/matter-rule.ts'
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
import { KindForm } from './kind-form.tsx'
import { useEnforceKind } from './queries.ts'
import { freeCode, type HeldKind, type Rules } from './rule-texts.ts'
import { StandingBadge } from './standing-badge.tsx'
import { useDraft } from './use-draft.ts'

const route = getRouteApi('/matters/rules/kinds/$code')

/** A kind of matter: which way it goes, how much time it has, through which nodes. */
export function KindPage() {
  const text = useTranslations('matterRule')
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  const query = useQuery(matterRules())
  return (
    <QueryState query={query}>
      {(rules) => {
        const held = rules.kinds.find((one) => one.code === code)
        return held ? (
          <KindEditor key={`${code} ${String(copy)}`} rules={rules} held={held} isCopy={copy} />
        ) : (
          <EmptyState title={text('unknown')} />
        )
      }}
    </QueryState>
  )
}

function KindEditor({ rules, held, isCopy }: { rules: Rules; held: HeldKind; isCopy: boolean }) {
  const text = useTranslations('matterRule')
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceKind)
  const enforce = useEnforceKind()
  const { kinds, workflows } = rules
  const stored = useMemo(() => {
    const own = MatterKind.parse(held)
    return isCopy
      ? { ...own, code: freeCode(held.code, kinds), name: text('copyOf', { name: held.name }) }
      : own
  }, [held, isCopy, kinds, text])
  const draft = useDraft(held, stored)
  const kind = draft.content
  const unnamed = (kind.steps ?? []).some(({ name }) => name.trim() === '')
  const faults = kind.name.trim() === '' || unnamed ? [text('nameMissing')] : []
  return (
    <>
      <PageHeader
        title={kind.name || text('unnamed')}
        note={isCopy ? text('copyNote') : <StandingBadge {...held} />}
        actions={
          mayChange &&
          !isCopy && (
            <LinkButton
              to="/matters/rules/kinds/$code"
              params={{ code: held.code }}
              search={{ copy: true }}
            >
              {text('copy')}
            </LinkButton>
          )
        }
      />
      <KindForm kind={kind} workflows={workflows} readOnly={!mayChange} onChange={draft.change} />
      {mayChange && (
        <DecisionBar
          draft={draft}
          isNew={isCopy}
          isPending={enforce.isPending}
          error={enforce.error}
          faults={faults}
          onDecide={(inForce, why) =>
            enforce.mutate(
              { code: kind.code, kind, inForce, version: isCopy ? 0 : draft.version, why },
              {
                onSuccess: ({ code, version }) => {
                  draft.saved({ version, inForce })
                  void message.success(text(inForce ? 'enforced' : 'taken'))
                  if (isCopy) void navigate({ params: { code }, search: {} })
                },
              },
            )
          }
        />
      )}
    </>
  )
}
