import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ExpressionEditor } from '../expression/expression-editor.tsx'
import type { ExpressionVocabulary } from '../expression/vocabulary.ts'
import { ChoicesField, TextField } from '../matter-rule/field.tsx'
import { type Fault, type Form, type FormCheck, namesFor, newCheck } from './form-edit.ts'
import { TuneDialog } from './tune-dialog.tsx'
import styles from './design.module.css'

/** The conditions between cells of a form, each with what it does and for which periods. */
export function CheckDesigner({
  form,
  others,
  faults,
  onChange,
}: {
  form: Form
  others: readonly Form[]
  faults: readonly Fault[]
  onChange: (form: Form) => void
}) {
  const text = useTranslations('formDesign')
  const [tuned, setTuned] = useState<string>()
  const [opened, setOpened] = useState<string>()
  const vocabulary = useMemo(
    () => ({ names: namesFor(form, others), kind: 'truth' as const }),
    [form, others],
  )
  const put = (code: string, next: Partial<FormCheck>) =>
    onChange({
      ...form,
      checks: form.checks.map((one) => (one.code === code ? { ...one, ...next } : one)),
    })
  const check = form.checks.find(({ code }) => code === tuned)
  const wrong = new Set(faults.flatMap(({ part, at }) => (part === 'checks' ? [at] : [])))
  return (
    <section className={styles.part} aria-label={text('checks')}>
      <div className={styles.bar}>
        <h2>{text('checks')}</h2>
        <Button
          size="small"
          onClick={() => {
            const fresh = newCheck(form)
            onChange({ ...form, checks: [...form.checks, fresh] })
            setOpened(fresh.code)
          }}
        >
          {text('addCheck')}
        </Button>
      </div>
      <p className={styles.note}>{text('checksNote')}</p>
      <ol className={styles.checks}>
        {form.checks.map((each) => (
          <Check
            key={each.code}
            check={each}
            frequency={form.frequency}
            vocabulary={vocabulary}
            isOpen={each.code === opened}
            isWrong={wrong.has(each.code)}
            mayTune={faults.length === 0}
            onOpen={() => setOpened(each.code === opened ? undefined : each.code)}
            onChange={(next) => put(each.code, next)}
            onTune={() => setTuned(each.code)}
            onRemove={() =>
              onChange({ ...form, checks: form.checks.filter(({ code }) => code !== each.code) })
            }
          />
        ))}
      </ol>
      {form.checks.length === 0 && <p className={styles.note}>{text('noChecks')}</p>}
      {check && (
        <TuneDialog
          form={form}
          check={check}
          onClose={() => setTuned(undefined)}
          onTake={(holds) => {
            put(check.code, { holds })
            setTuned(undefined)
          }}
        />
      )}
    </section>
  )
}

function Check({
  check,
  isOpen,
  isWrong,
  onOpen,
  ...parts
}: CheckParts & {
  isOpen: boolean
  /** Something about it has to be mended. */
  isWrong: boolean
  onOpen: () => void
}) {
  const text = useTranslations('formDesign')
  const levels = useTranslations('reports.levels')
  return (
    <li className={styles.check}>
      <div className={styles.checkLine}>
        <button type="button" className={styles.choose} aria-expanded={isOpen} onClick={onOpen}>
          {check.name || text('noName')}
        </button>
        <span className={styles.note}>{levels(check.level)}</span>
        {isWrong && <span className={styles.wrong}>{text('toMend')}</span>}
        {!isOpen && <code className={styles.code}>{check.holds}</code>}
      </div>
      {isOpen && <CheckFields check={check} {...parts} />}
    </li>
  )
}

interface CheckParts {
  readonly check: FormCheck
  readonly frequency: Form['frequency']
  readonly vocabulary: ExpressionVocabulary
  readonly mayTune: boolean
  readonly onChange: (next: Partial<FormCheck>) => void
  readonly onTune: () => void
  readonly onRemove: () => void
}

function CheckFields({
  check,
  frequency,
  vocabulary,
  mayTune,
  onChange,
  onTune,
  onRemove,
}: CheckParts) {
  const text = useTranslations('formDesign')
  const words = useTranslations('forms')
  const levels = useTranslations('reports.levels')
  const endings = endingsOf(frequency)
  const named = check.name || text('noName')
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label={words('check')}
          value={check.name}
          readOnly={false}
          maxLength={60}
          onChange={(name) => onChange({ name })}
        />
        <div className={styles.field}>
          <span id={`level-${check.code}`}>{words('level')}</span>
          <Radio.Group
            aria-labelledby={`level-${check.code}`}
            value={check.level}
            options={(['hard', 'soft'] as const).map((value) => ({ value, label: levels(value) }))}
            onChange={({ target }) =>
              onChange({ level: target.value === 'hard' ? 'hard' : 'soft' })
            }
          />
        </div>
        <div className={styles.field} data-wide="true">
          <span>{words('holds')}</span>
          <ExpressionEditor
            value={check.holds}
            onChange={(holds) => onChange({ holds })}
            vocabulary={vocabulary}
            label={text('holdsOf', { name: named })}
          />
        </div>
        <TextField
          label={words('advice')}
          value={check.advice}
          wide
          readOnly={false}
          maxLength={300}
          onChange={(advice) => onChange({ advice })}
        />
        {endings.length > 0 && (
          <ChoicesField
            label={text('notIn')}
            value={check.notIn}
            readOnly={false}
            placeholder={text('allPeriods')}
            options={endings.map((value) => ({
              value,
              label: value === 'M1-2' ? text('firstTwoMonths') : text('ending', { ending: value }),
            }))}
            onChange={(notIn) => onChange({ notIn: [...notIn] })}
          />
        )}
      </div>
      <div className={styles.moves}>
        <Button
          size="small"
          disabled={!mayTune}
          aria-label={text('tuneOf', { name: named })}
          onClick={onTune}
        >
          {text('tune')}
        </Button>
        <Button size="small" aria-label={text('removeCheckOf', { name: named })} onClick={onRemove}>
          {text('remove')}
        </Button>
      </div>
    </>
  )
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** How the periods of a form end: a check may be left out in some of them. */
function endingsOf(frequency: Form['frequency']): readonly string[] {
  switch (frequency) {
    case 'month':
      return ['M1-2', ...months.slice(2)]
    case 'calendar-month':
      return months
    case 'quarter':
      return ['Q1', 'Q2', 'Q3', 'Q4']
    case 'half':
      return ['H1', 'H2']
    case 'year':
      return []
  }
}
