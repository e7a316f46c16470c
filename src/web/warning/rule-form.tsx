import { type listWarningRules, setWarningRule } from '#contract/warning.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import { verdictOn } from '../expression/vocabulary.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { standings } from '../watching/queries.ts'
import { monthsOnly } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import own from './rule.module.css'
import { GradeBadge } from './grade-badge.tsx'
import { useSetRule, useTryRule } from './queries.ts'
import { type Rule, vocabularyOf, withCondition } from './rule-edit.ts'
import { RuleFields } from './rule-fields.tsx'
import { RuleTrial } from './rule-trial.tsx'

const grades = ['red', 'orange', 'yellow'] as const
const spans = [3, 6, 12] as const

/** The fields and conditions of a rule; what is put in force was tried as it stands. */
export function RuleForm({
  known,
  rule,
  onChange,
  onSaved,
}: {
  known: Reply<typeof listWarningRules>['rules'][number] | undefined
  rule: Rule
  onChange: (rule: Rule) => void
  onSaved: () => void
}) {
  const text = useTranslations('warning')
  const mayChange = useMay(setWarningRule)
  const vocabulary = useMemo(() => vocabularyOf(rule.indicators), [rule.indicators])
  return (
    <section className={styles.panel}>
      <RuleFields rule={rule} readOnly={!mayChange} onChange={onChange} />
      {grades.map((grade) => (
        <div key={grade} className={own.condition}>
          <GradeBadge grade={grade} />
          <ExpressionEditor
            value={rule.conditions[grade] ?? ''}
            onChange={(words) => onChange(withCondition(rule, grade, words))}
            vocabulary={vocabulary}
            readOnly={!mayChange}
            label={`${text(`grade.${grade}`)}：${text('page.conditions')}`}
          />
        </div>
      ))}
      <Decision
        known={known}
        rule={rule}
        mayChange={mayChange}
        isReadable={Object.values(rule.conditions).every(
          (words) => verdictOn(words, vocabulary).is === 'right',
        )}
        onSaved={onSaved}
      />
    </section>
  )
}

function Decision({
  known,
  rule,
  mayChange,
  isReadable,
  onSaved,
}: {
  known: Reply<typeof listWarningRules>['rules'][number] | undefined
  rule: Rule
  mayChange: boolean
  isReadable: boolean
  onSaved: () => void
}) {
  const text = useTranslations('warning')
  const words = useTranslations('lampRule')
  const [span, setSpan] = useState<(typeof spans)[number]>(6)
  const [why, setWhy] = useState('')
  const attempt = useTryRule()
  const set = useSetRule()
  const { data } = useQuery(standings({}))
  const periods = monthsOnly(data?.periods ?? []).slice(0, span)
  const outcome = attempt.variables?.rule === rule ? attempt.data : undefined
  const isWhole = rule.name.trim() !== '' && Object.keys(rule.conditions).length > 0
  const save = (inForce: boolean) =>
    set.mutate(
      { code: rule.code, version: known?.version ?? 0, rule, inForce, why: why.trim() },
      { onSuccess: onSaved },
    )
  const error = attempt.error ?? set.error
  return (
    <>
      <div className={styles.acts}>
        <Segmented
          value={span}
          onChange={setSpan}
          aria-label={words('months')}
          options={spans.map((count) => ({
            value: count,
            label: words('lastMonths', { count }),
          }))}
        />
        <Button
          loading={attempt.isPending}
          disabled={!isWhole || !isReadable || periods.length === 0}
          onClick={() => attempt.mutate({ rule, periods })}
        >
          {words('try')}
        </Button>
        {mayChange && (
          <>
            <Input
              className={styles.search ?? ''}
              value={why}
              maxLength={200}
              placeholder={text('page.why')}
              aria-label={text('page.why')}
              onChange={({ target }) => setWhy(target.value)}
            />
            <Button
              type="primary"
              disabled={!outcome || outcome.problem !== undefined || why.trim() === ''}
              loading={set.isPending}
              onClick={() => save(true)}
            >
              {text('page.save')}
            </Button>
            {known?.inForce && (
              <Button disabled={why.trim() === ''} onClick={() => save(false)}>
                {text('page.stop')}
              </Button>
            )}
            {!outcome && <span className={styles.scope}>{words('tryFirst')}</span>}
          </>
        )}
      </div>
      {error && <ErrorState error={error} />}
      {outcome?.problem && <Alert type="error" title={outcome.problem.text} />}
      {outcome && !outcome.problem && (
        <RuleTrial rule={rule} outcome={outcome} periods={attempt.variables?.periods ?? []} />
      )}
    </>
  )
}
