import { Workflow } from '#contract/matter-fields.ts'
import { enforceWorkflow } from '#contract/matter-rule.ts'
import { workflowFaultText } from '#contract/texts/workflow-fault-texts.zh.ts'
import { conditionFaults } from '#core/matter/ruled-scheme.ts'
import { workflowFaults } from '#core/matter/workflow.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { DecisionBar } from './decision-bar.tsx'
import { type Editing, HeldRule, RuleHeader } from './held-rule.tsx'
import { useEnforceWorkflow } from './queries.ts'
import { copied, type HeldWorkflow, vocabularyOf } from './rule-texts.ts'
import { useDecided } from './use-decided.ts'
import { useDraft } from './use-draft.ts'
import { WorkflowForm } from './workflow-form.tsx'

const route = getRouteApi('/matters/rules/workflows/$code')

/** The way a kind of matter goes: its states, who does what in which, and under which conditions. */
export function WorkflowPage() {
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  return (
    <HeldRule
      code={code}
      isCopy={copy}
      among={({ workflows }) => workflows}
      editor={WorkflowEditor}
    />
  )
}

function WorkflowEditor({ rules, held, isCopy }: Editing<HeldWorkflow>) {
  const text = useTranslations('matterRule')
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceWorkflow)
  const enforce = useEnforceWorkflow()
  const { kinds, workflows } = rules
  const stored = useMemo(() => {
    const own = Workflow.parse(held)
    return isCopy ? copied(own, workflows, text('copyOf', { name: held.name })) : own
  }, [held, isCopy, workflows, text])
  const draft = useDraft(held, stored)
  const decided = useDecided(
    draft,
    isCopy ? (code) => void navigate({ params: { code }, search: {} }) : undefined,
  )
  const workflow = draft.content
  const vocabulary = useMemo(
    () => vocabularyOf(kinds.filter((kind) => kind.workflow === workflow.code)),
    [kinds, workflow.code],
  )
  const faults = useMemo(
    () => [...workflowFaults(workflow), ...conditionFaults(workflow, kinds)],
    [workflow, kinds],
  )
  return (
    <>
      <RuleHeader
        name={workflow.name}
        held={held}
        isCopy={isCopy}
        mayCopy={mayChange}
        to="/matters/rules/workflows/$code"
      />
      <WorkflowForm
        workflow={workflow}
        vocabulary={vocabulary}
        readOnly={!mayChange}
        onChange={draft.change}
      />
      {mayChange && (
        <DecisionBar
          draft={draft}
          isNew={isCopy}
          isPending={enforce.isPending}
          error={enforce.error}
          faults={faults.map((fault) => workflowFaultText({ ...fault, at: placeOf(fault) }))}
          onDecide={(inForce, why) =>
            enforce.mutate(
              {
                code: workflow.code,
                workflow,
                inForce,
                version: isCopy ? 0 : draft.version,
                why,
              },
              decided(inForce),
            )
          }
        />
      )}
    </>
  )

  /** By name, as the form shows it. */
  function placeOf(fault: (typeof faults)[number]): string {
    if (!('at' in fault)) return fault.place
    const { states, actions } = workflow
    return [...states, ...actions].find(({ code }) => code === fault.at)?.name || fault.at
  }
}
