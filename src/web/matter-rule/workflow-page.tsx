import { Workflow } from '#contract/matter-fields.ts'
import { enforceWorkflow } from '#contract/matter-rule.ts'
import { workflowFaultText } from '#contract/texts/workflow-fault-texts.zh.ts'
import { conditionFaults } from '#core/matter/ruled-scheme.ts'
import { workflowFaults } from '#core/matter/workflow.ts'
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
import { useEnforceWorkflow } from './queries.ts'
import { freeCode, type HeldWorkflow, type Rules, vocabularyOf } from './rule-texts.ts'
import { StandingBadge } from './standing-badge.tsx'
import { useDraft } from './use-draft.ts'
import { WorkflowForm } from './workflow-form.tsx'

const route = getRouteApi('/matters/rules/workflows/$code')

/** The way a kind of matter goes: its states, who does what in which, and under which conditions. */
export function WorkflowPage() {
  const text = useTranslations('matterRule')
  const { code } = route.useParams()
  const { copy = false } = route.useSearch()
  const query = useQuery(matterRules())
  return (
    <QueryState query={query}>
      {(rules) => {
        const held = rules.workflows.find((one) => one.code === code)
        return held ? (
          <WorkflowEditor key={`${code} ${String(copy)}`} rules={rules} held={held} isCopy={copy} />
        ) : (
          <EmptyState title={text('unknown')} />
        )
      }}
    </QueryState>
  )
}

function WorkflowEditor({
  rules,
  held,
  isCopy,
}: {
  rules: Rules
  held: HeldWorkflow
  isCopy: boolean
}) {
  const text = useTranslations('matterRule')
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const mayChange = useMay(enforceWorkflow)
  const enforce = useEnforceWorkflow()
  const { kinds, workflows } = rules
  const stored = useMemo(() => {
    const own = Workflow.parse(held)
    return isCopy
      ? { ...own, code: freeCode(held.code, workflows), name: text('copyOf', { name: held.name }) }
      : own
  }, [held, isCopy, workflows, text])
  const draft = useDraft(held, stored)
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
      <PageHeader
        title={workflow.name || text('unnamed')}
        note={isCopy ? text('copyNote') : <StandingBadge {...held} />}
        actions={
          mayChange &&
          !isCopy && (
            <LinkButton
              to="/matters/rules/workflows/$code"
              params={{ code: held.code }}
              search={{ copy: true }}
            >
              {text('copy')}
            </LinkButton>
          )
        }
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

  /** By name, as the form shows it. */
  function placeOf(fault: (typeof faults)[number]): string {
    if (!('at' in fault)) return fault.place
    const { states, actions } = workflow
    return [...states, ...actions].find(({ code }) => code === fault.at)?.name || fault.at
  }
}
