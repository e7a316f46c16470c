import type { Workflow, WorkflowAction } from '#contract/matter-fields.ts'
import { effects, guards, inputs, parties, phases } from '#core/matter/workflow.ts'
import { InputNumber } from 'antd'
import { useTranslations } from 'use-intl'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'
import { ChoiceField, ChoicesField, ConditionField, Field, TextField } from './field.tsx'
import { RowList } from './row-list.tsx'
import { nextCode } from './rule-texts.ts'
import styles from './matter-rule.module.css'

interface Parts {
  readonly workflow: Workflow
  readonly vocabulary: ExpressionVocabulary
  readonly readOnly: boolean
  readonly onChange: (workflow: Workflow) => void
}

type State = Workflow['states'][number]

/** The table of a workflow: states first, then what can be done in them. */
export function WorkflowForm(parts: Parts) {
  const text = useTranslations('matterRule')
  const { workflow, readOnly, onChange } = parts
  return (
    <>
      <section className={styles.part} aria-label={text('name')}>
        <div className={styles.fields}>
          <TextField
            label={text('name')}
            value={workflow.name}
            readOnly={readOnly}
            onChange={(name) => onChange({ ...workflow, name })}
          />
          <ChoiceField
            label={text('first')}
            value={workflow.first}
            readOnly={readOnly}
            onChange={(first) => first && onChange({ ...workflow, first })}
            options={workflow.states.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </div>
      </section>
      <StateRows {...parts} />
      <ActionRows {...parts} />
    </>
  )
}

function StateRows({ workflow, readOnly, onChange }: Parts) {
  const text = useTranslations('matterRule')
  return (
    <RowList<State>
      title={text('states')}
      note={text('statesNote')}
      rows={workflow.states}
      readOnly={readOnly}
      newRow={() => ({ code: nextCode('state', workflow.states), name: '', phase: 'open' })}
      onChange={(states) => onChange({ ...workflow, states })}
    >
      {(row, change) => (
        <>
          <TextField
            label={text('stateName')}
            value={row.name}
            readOnly={readOnly}
            onChange={(name) => change({ ...row, name })}
          />
          <ChoiceField
            label={text('phase')}
            value={row.phase}
            readOnly={readOnly}
            onChange={(phase) => phase && change({ ...row, phase })}
            options={phases.map((value) => ({ value, label: text(`phases.${value}`) }))}
          />
          <ChoiceField
            label={text('waitsFor')}
            value={row.waitsFor}
            allowClear
            readOnly={readOnly}
            onChange={(waitsFor) => {
              const { waitsFor: _before, ...rest } = row
              change({ ...rest, ...(waitsFor && { waitsFor }) })
            }}
            options={parties.map((value) => ({ value, label: text(`party.${value}`) }))}
          />
          <Field label={text('limit')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={365}
                precision={0}
                value={row.limit ?? null}
                readOnly={readOnly}
                onChange={(limit) => {
                  const { limit: _before, ...rest } = row
                  change({ ...rest, ...(limit !== null && { limit }) })
                }}
              />
            )}
          </Field>
        </>
      )}
    </RowList>
  )
}

function ActionRows({ workflow, vocabulary, readOnly, onChange }: Parts) {
  const text = useTranslations('matterRule')
  const [first] = workflow.states
  return (
    <RowList<WorkflowAction>
      title={text('actions')}
      note={text('actionsNote')}
      rows={workflow.actions}
      readOnly={readOnly}
      newRow={() => ({
        code: nextCode('action', workflow.actions),
        name: '',
        from: first ? [first.code] : [],
        by: ['supervisor'],
      })}
      onChange={(actions) => onChange({ ...workflow, actions })}
    >
      {(row, change) => (
        <ActionFields
          row={row}
          states={workflow.states.map(({ code, name }) => ({ value: code, label: name }))}
          vocabulary={vocabulary}
          readOnly={readOnly}
          change={change}
        />
      )}
    </RowList>
  )
}

function ActionFields({
  row,
  states,
  vocabulary,
  readOnly,
  change,
}: {
  row: WorkflowAction
  states: readonly { readonly value: string; readonly label: string }[]
  vocabulary: ExpressionVocabulary
  readOnly: boolean
  change: (row: WorkflowAction) => void
}) {
  const text = useTranslations('matterRule')
  const input = useTranslations('matterRule.input')
  const { needs = [], takes = [], guards: held = [], conditions = [] } = row
  const inputOptions = inputs.map((value) => ({ value, label: input(value) }))
  return (
    <>
      <TextField
        label={text('actionName')}
        value={row.name}
        readOnly={readOnly}
        onChange={(name) => change({ ...row, name })}
      />
      <ChoiceField
        label={text('to')}
        value={row.to}
        allowClear
        readOnly={readOnly}
        onChange={(to) => {
          const { to: _before, ...rest } = row
          change({ ...rest, ...(to && { to }) })
        }}
        options={states}
      />
      <ChoiceField
        label={text('effect')}
        value={row.effect}
        allowClear
        readOnly={readOnly}
        onChange={(effect) => {
          const { effect: _before, ...rest } = row
          change({ ...rest, ...(effect && { effect }) })
        }}
        options={effects.map((value) => ({ value, label: text(`effects.${value}`) }))}
      />
      <ChoicesField
        label={text('fromStates')}
        value={row.from}
        readOnly={readOnly}
        onChange={(from) => change({ ...row, from })}
        options={states}
      />
      <ChoicesField
        label={text('by')}
        value={row.by}
        readOnly={readOnly}
        onChange={(by) => change({ ...row, by })}
        options={parties.map((value) => ({ value, label: text(`party.${value}`) }))}
      />
      <ChoicesField
        label={text('needs')}
        value={needs}
        readOnly={readOnly}
        onChange={(chosen) => change({ ...row, needs: chosen })}
        options={inputOptions}
      />
      <ChoicesField
        label={text('takes')}
        value={takes}
        readOnly={readOnly}
        onChange={(chosen) => change({ ...row, takes: chosen })}
        options={inputOptions}
      />
      <ChoicesField
        label={text('guards')}
        value={held}
        readOnly={readOnly}
        onChange={(chosen) => change({ ...row, guards: chosen })}
        options={guards.map((value) => ({ value, label: text(`guard.${value}`) }))}
      />
      {(conditions.length > 0 || !readOnly) && (
        <div className={styles.field} data-wide="true">
          <RowList
            title={text('conditionsOf', { name: row.name })}
            rows={conditions}
            readOnly={readOnly}
            newRow={() => ({ when: '', otherwise: '' })}
            onChange={(next) => change({ ...row, conditions: next })}
          >
            {(condition, changeCondition) => (
              <>
                <ConditionField
                  label={text('mustHold')}
                  value={condition.when}
                  vocabulary={vocabulary}
                  readOnly={readOnly}
                  onChange={(when) => changeCondition({ ...condition, when })}
                />
                <TextField
                  label={text('otherwise')}
                  wide
                  value={condition.otherwise}
                  readOnly={readOnly}
                  onChange={(otherwise) => changeCondition({ ...condition, otherwise })}
                />
              </>
            )}
          </RowList>
        </div>
      )}
    </>
  )
}
