import type { Period } from '#core/period/period.ts'
import { lampNames } from '#core/trajectory/lamp.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../ui/error-state.tsx'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import { type ExpressionVocabulary, verdictOn } from '../expression/vocabulary.ts'
import { standings } from '../watching/queries.ts'
import { monthsOnly } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { LampTrial } from './lamp-trial.tsx'
import own from './lamp-rule.module.css'
import { type Rule, useSetLampRule, useTryLampRule } from './queries.ts'

/** What a lamp condition may speak of: all but the days and the values are ratios. */
const vocabulary: ExpressionVocabulary = {
  names: lampNames.map((name) => ({ name, unit: '' })),
  kind: 'truth',
}

const kinds = [
  { kind: 'usual', fields: ['behind', 'warning'] },
  { kind: 'binding', fields: ['bindingBehind', 'bindingWarning'] },
] as const

const spans = [3, 6, 12] as const

/** The four conditions; what is put in force was tried on past months as it stands. */
export function LampRuleForm({
  inForce,
  rule,
  mayChange,
  onChange,
  onSaved,
}: {
  inForce: { readonly version: number; readonly rule: Rule }
  rule: Rule
  mayChange: boolean
  onChange: (rule: Rule | undefined) => void
  onSaved: () => void
}) {
  const text = useTranslations('lampRule')
  const [span, setSpan] = useState<(typeof spans)[number]>(6)
  const [why, setWhy] = useState('')
  const attempt = useTryLampRule()
  const set = useSetLampRule()
  const { data } = useQuery(standings({}))
  const periods: readonly Period[] = monthsOnly(data?.periods ?? []).slice(0, span)
  const isSame = sameRule(rule, inForce.rule)
  const isTried = attempt.variables !== undefined && sameRule(attempt.variables.rule, rule)
  const isReadable = kinds.every(({ fields }) =>
    fields.every((field) => verdictOn(rule[field], vocabulary).is === 'right'),
  )
  const outcome = isTried ? attempt.data : undefined
  const canSave = outcome !== undefined && !outcome.problem && !isSame && why.trim() !== ''
  const error = attempt.error ?? set.error
  return (
    <>
      <div className={own.kinds}>
        {kinds.map(({ kind, fields }) => (
          <fieldset key={kind} className={own.kind}>
            <legend>{text(`kind.${kind}`)}</legend>
            {fields.map((field) => (
              <div key={field} className={own.field}>
                <span>{text(`field.${field}`)}</span>
                <ExpressionEditor
                  value={rule[field]}
                  onChange={(value) => onChange({ ...rule, [field]: value })}
                  vocabulary={vocabulary}
                  readOnly={!mayChange}
                  label={`${text(`kind.${kind}`)}：${text(`field.${field}`)}`}
                />
              </div>
            ))}
          </fieldset>
        ))}
      </div>
      {mayChange && (
        <div className={own.act}>
          <Segmented
            value={span}
            onChange={setSpan}
            aria-label={text('months')}
            options={spans.map((count) => ({ value: count, label: text('lastMonths', { count }) }))}
          />
          <Button
            loading={attempt.isPending}
            disabled={!isReadable || periods.length === 0}
            onClick={() => attempt.mutate({ rule, periods })}
          >
            {text('try')}
          </Button>
          {!isSame && (
            <Button type="link" onClick={() => onChange(undefined)}>
              {text('reset')}
            </Button>
          )}
          <Input
            className={own.why ?? ''}
            value={why}
            maxLength={200}
            placeholder={text('why')}
            aria-label={text('why')}
            onChange={({ target }) => setWhy(target.value)}
          />
          <Button
            type="primary"
            disabled={!canSave}
            loading={set.isPending}
            onClick={() =>
              set.mutate(
                { version: inForce.version, rule, why: why.trim() },
                {
                  onSuccess: () => {
                    setWhy('')
                    attempt.reset()
                    onSaved()
                  },
                },
              )
            }
          >
            {text('save')}
          </Button>
          <span className={styles.scope}>
            {isSame ? text('unchanged') : outcome ? '' : text('tryFirst')}
          </span>
        </div>
      )}
      {error && <ErrorState error={error} />}
      {outcome?.problem && <Alert type="error" title={outcome.problem.text} />}
      {outcome && !outcome.problem && <LampTrial outcome={outcome} />}
    </>
  )
}

function sameRule(a: Rule, b: Rule): boolean {
  return kinds.every(({ fields }) => fields.every((field) => a[field].trim() === b[field].trim()))
}
