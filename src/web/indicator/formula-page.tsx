import { defineIndicator, type IndicatorVersion } from '#contract/indicator.ts'
import { isPeriod } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { App, Button, Form, Input, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { useMay } from '../api/use-may.ts'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import { verdictOn } from '../expression/vocabulary.ts'
import { AsOfBand } from '../ui/as-of.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { monthsOnly } from '../watching/use-period-name.ts'
import { DefinitionFields } from './definition-fields.tsx'
import { type DefinitionForm, definitionForm, sentDefinition } from './definition-form.ts'
import styles from './formula.module.css'
import { FormulaEffect } from './formula-effect.tsx'
import { FormulaTrial, type TrialPlace } from './formula-trial.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { libraryVocabulary } from './library-vocabulary.ts'
import { library, periodsKnown, trial, useDefine } from './queries.ts'
import { useKeptDefinition } from './use-kept-definition.ts'

const route = getRouteApi('/formulas')

/** Writes the formula of an indicator, tries it on real figures, and keeps it as a new version. */
export function FormulaPage() {
  const text = useTranslations('formula')
  const { code } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(library())
  const who = useQuery(session())
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            className={styles.which ?? ''}
            aria-label={text('which')}
            value={code ?? ''}
            options={[
              { value: '', label: text('new') },
              ...(query.data ?? []).map(({ definition }) => ({
                value: definition.code,
                label: definition.name,
              })),
            ]}
            onChange={(next) =>
              void navigate({ search: (now) => ({ ...now, code: next || undefined }) })
            }
          />
        }
      />
      <QueryState query={query}>
        {(indicators) => {
          const before = indicators.find(({ definition }) => definition.code === code)
          if (code !== undefined && !before) return <EmptyState title={text('unknown')} />
          // What was typed for another indicator, or from an older version, is not carried over.
          return (
            who.data && (
              <Editor
                key={code ?? ''}
                person={who.data.user.id}
                before={before}
                indicators={indicators}
              />
            )
          )
        }}
      </QueryState>
    </>
  )
}

function Editor({
  person,
  before,
  indicators,
}: {
  person: string
  before: IndicatorVersion | undefined
  indicators: readonly IndicatorVersion[]
}) {
  const text = useTranslations('formula')
  const { message } = App.useApp()
  const navigate = route.useNavigate()
  const mayDefine = useMay(defineIndicator)
  const define = useDefine()
  const [form] = Form.useForm<DefinitionForm>()
  const [begun] = useState(() => before)
  const initial = useMemo(() => definitionForm(begun?.definition), [begun])
  const draft = useKeptDefinition(person, begun, initial)
  const formula = Form.useWatch('formula', form) ?? initial.formula
  const unit = Form.useWatch('unit', form) ?? initial.unit
  const code = Form.useWatch('code', form) ?? initial.code
  const vocabulary = useMemo(() => libraryVocabulary(indicators, unit), [indicators, unit])
  const { place, onPlace } = useTrialPlace()
  const tried = useTrial({ formula, unit, code }, vocabulary, place)
  const problem = tried?.problem
  const save = (typed: DefinitionForm) =>
    define.mutate(sentDefinition(typed, begun), {
      onSuccess: ({ version, definition }) => {
        draft.drop()
        void message.success(text('saved', { version }))
        void navigate({ to: '/indicators/$code', params: { code: definition.code } })
      },
    })
  return (
    <Form<DefinitionForm>
      form={form}
      layout="vertical"
      initialValues={{ ...initial, ...draft.restored }}
      onValuesChange={(_, typed) => draft.keep(typed)}
      onFinish={save}
      requiredMark={false}
    >
      {draft.restored && (
        <KeptNotice
          isBehind={draft.isBehind}
          onGoOn={() => draft.goOn(form.getFieldsValue())}
          onDiscard={() => {
            draft.drop()
            form.setFieldsValue(initial)
          }}
        />
      )}
      <AsOfBand asOf={place.asOf} onAsOf={(asOf) => onPlace({ asOf })} />
      <div className={styles.desk}>
        <section className={styles.panel}>
          <h2>{text('formula')}</h2>
          <Form.Item name="formula" noStyle>
            <FormulaField
              vocabulary={vocabulary}
              readOnly={!mayDefine}
              label={text('formula')}
              found={
                problem && {
                  is: 'wrong',
                  text: problem.text,
                  start: problem.start,
                  end: problem.end,
                }
              }
            />
          </Form.Item>
          <p className={styles.quiet}>{text('formulaNote')}</p>
        </section>
        <div className={styles.beside}>
          <FormulaTrial
            place={place}
            onPlace={onPlace}
            outcome={tried?.outcome}
            inWords={tried?.inWords}
            before={begun?.definition}
          />
          {begun && <FormulaEffect code={begun.definition.code} />}
        </div>
        <section className={styles.panel}>
          <h2>{text('definition')}</h2>
          <DefinitionFields isNew={begun === undefined} readOnly={!mayDefine} />
          {mayDefine ? (
            <>
              <Form.Item
                name="why"
                label={text('why')}
                rules={[{ required: true, whitespace: true, message: text('required') }]}
              >
                <Input maxLength={1000} placeholder={text('whyNote')} />
              </Form.Item>
              {define.error && <ErrorState error={define.error} />}
              <Button
                type="primary"
                htmlType="submit"
                loading={define.isPending}
                disabled={problem !== undefined || draft.isBehind}
              >
                {text(begun ? 'save' : 'create')}
              </Button>
            </>
          ) : (
            <p className={styles.quiet}>{text('mayNot')}</p>
          )}
        </section>
      </div>
    </Form>
  )
}

/** `value` and `onChange` come from the form. */
function FormulaField({
  value = '',
  onChange = () => undefined,
  ...rest
}: {
  value?: string
  onChange?: (formula: string) => void
} & Omit<Parameters<typeof ExpressionEditor>[0], 'value' | 'onChange'>) {
  return <ExpressionEditor value={value} onChange={onChange} {...rest} />
}

/** On whose figures formulas are tried, as the address says; the whole region in the latest month without it. */
function useTrialPlace() {
  const { subject, period, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const who = useQuery(session())
  const periods = useQuery(periodsKnown())
  const place: TrialPlace = {
    subject: subject ?? `region:${who.data?.region.code ?? ''}`,
    period: period ?? monthsOnly(periods.data ?? []).at(-1),
    asOf,
  }
  const onPlace = (next: Partial<TrialPlace>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return { place, onPlace }
}

/** What the server says of the formula once typing rests; nothing while the language itself refuses it. */
function useTrial(
  typed: { readonly formula: string; readonly unit: string; readonly code: string },
  vocabulary: ReturnType<typeof libraryVocabulary>,
  { subject, period, asOf }: TrialPlace,
) {
  const { formula, unit, code } = useRested(typed)
  const isRight = useMemo(
    () => verdictOn(formula, vocabulary).is === 'right',
    [formula, vocabulary],
  )
  const query = useQuery({
    ...trial({
      formula,
      ...(unit.trim() !== '' && { unit: unit.trim() }),
      ...(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(code) && { code }),
      ...(period && isPeriod(period) && { subject, period }),
      ...(asOf !== undefined && { asOf }),
    }),
    enabled: isRight,
  })
  return isRight ? query.data : undefined
}

const rest = 350

function useRested<Typed extends object>(typed: Typed): Typed {
  const [rested, setRested] = useState(typed)
  const key = JSON.stringify(typed)
  useEffect(() => {
    const waiting = setTimeout(() => setRested(typed), rest)
    return () => clearTimeout(waiting)
    // oxlint-disable-next-line react/exhaustive-deps -- `key` is what was typed
  }, [key])
  return rested
}
