import { Scheme } from '#contract/matter-fields.ts'
import { enforceScheme } from '#contract/matter-rule.ts'
import { ruledScheme } from '#core/matter/ruled-scheme.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { DecisionBar } from './decision-bar.tsx'
import { type Editing, HeldRule, RuleHeader } from './held-rule.tsx'
import { useEnforceScheme } from './queries.ts'
import { concernedKinds, copied, type HeldScheme, vocabularyOf } from './rule-texts.ts'
import { SchemeForm } from './scheme-form.tsx'
import { SchemeTrial } from './scheme-trial.tsx'
import { useDecided } from './use-decided.ts'
import { useDraft } from './use-draft.ts'

const route = getRouteApi('/matters/rules/schemes/$code')

/** Lamps, slips, reminders and moves of one scheme; tried on past matters before they are put in force. */
export function SchemePage() {
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  return (
    <HeldRule code={code} isCopy={copy} among={({ schemes }) => schemes} editor={SchemeEditor} />
  )
}

function SchemeEditor({ rules, held, isCopy }: Editing<HeldScheme>) {
  const text = useTranslations('matterRule')
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceScheme)
  const enforce = useEnforceScheme()
  const { kinds, schemes, workflows } = rules
  const stored = useMemo(() => {
    const own = Scheme.parse(held)
    return isCopy ? copied(own, schemes, text('copyOf', { name: held.name })) : own
  }, [held, isCopy, schemes, text])
  const draft = useDraft(held, stored)
  const decided = useDecided(
    draft,
    isCopy ? (code) => void navigate({ params: { code }, search: {} }) : undefined,
  )
  const scheme = draft.content
  const vocabulary = useMemo(() => vocabularyOf(concernedKinds(kinds, scheme)), [kinds, scheme])
  const faults = useMemo(() => {
    const ruled = ruledScheme(scheme, kinds, workflows)
    return ruled.ok ? [] : ruled.error
  }, [scheme, kinds, workflows])
  const decide = (inForce: boolean, why: string) =>
    enforce.mutate(
      { code: scheme.code, scheme, inForce, version: isCopy ? 0 : draft.version, why },
      decided(inForce),
    )
  return (
    <>
      <RuleHeader
        name={scheme.name}
        held={held}
        isCopy={isCopy}
        mayCopy={mayChange}
        to="/matters/rules/schemes/$code"
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
