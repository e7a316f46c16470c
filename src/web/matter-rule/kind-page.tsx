import { MatterKind } from '#contract/matter-fields.ts'
import { enforceKind } from '#contract/matter-rule.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { DecisionBar } from './decision-bar.tsx'
import { type Editing, HeldRule, RuleHeader } from './held-rule.tsx'
import { KindForm } from './kind-form.tsx'
import { useEnforceKind } from './queries.ts'
import { copied, type HeldKind } from './rule-texts.ts'
import { useDecided } from './use-decided.ts'
import { useDraft } from './use-draft.ts'

const route = getRouteApi('/matters/rules/kinds/$code')

/** A kind of matter: which way it goes, how much time it has, through which nodes. */
export function KindPage() {
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  return <HeldRule code={code} isCopy={copy} among={({ kinds }) => kinds} editor={KindEditor} />
}

function KindEditor({ rules, held, isCopy }: Editing<HeldKind>) {
  const text = useTranslations('matterRule')
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceKind)
  const enforce = useEnforceKind()
  const { kinds, workflows } = rules
  const stored = useMemo(() => {
    const own = MatterKind.parse(held)
    return isCopy ? copied(own, kinds, text('copyOf', { name: held.name })) : own
  }, [held, isCopy, kinds, text])
  const draft = useDraft(held, stored)
  const decided = useDecided(
    draft,
    isCopy ? (code) => void navigate({ params: { code }, search: {} }) : undefined,
  )
  const kind = draft.content
  const unnamed = (kind.steps ?? []).some(({ name }) => name.trim() === '')
  const faults = kind.name.trim() === '' || unnamed ? [text('nameMissing')] : []
  return (
    <>
      <RuleHeader
        name={kind.name}
        held={held}
        isCopy={isCopy}
        mayCopy={mayChange}
        to="/matters/rules/kinds/$code"
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
              decided(inForce),
            )
          }
        />
      )}
    </>
  )
}
