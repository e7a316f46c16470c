import { callAt } from '#core/expression/completions.ts'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CompletionList, optionId } from './completion-list.tsx'
import styles from './expression-editor.module.css'
import { ExpressionMirror } from './expression-mirror.tsx'
import { ExpressionStatus } from './expression-status.tsx'
import { useCompletion } from './use-completion.ts'
import { type ExpressionVocabulary, type Verdict, verdictOn } from './vocabulary.ts'

/**
 * Where an expression is written, wherever the product takes one: formulas of indicators, checks of forms, warning
 * rules, guards of matters. It offers names and functions while one types, says at once what is wrong and where, and
 * which unit comes out. The text itself is a plain text area, so that input methods, screen readers and undo work as
 * everywhere; what is marked lies behind it. `vocabulary` should be the same object from one drawing to the next.
 */
export function ExpressionEditor({
  value,
  onChange,
  vocabulary,
  readOnly = false,
  label,
  found,
}: {
  value: string
  onChange: (value: string) => void
  vocabulary: ExpressionVocabulary
  readOnly?: boolean
  /** What the expression is for; read out, not shown. */
  label: string
  /** What only the server can find, a cycle for one; shown where the language itself finds nothing. */
  found?: Extract<Verdict, { is: 'wrong' }> | undefined
}) {
  const text = useTranslations('expression')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const [isHere, setHere] = useState(false)
  const own = useMemo(() => verdictOn(value, vocabulary), [value, vocabulary])
  const verdict: Verdict = own.is === 'right' && found ? found : own
  const completion = useCompletion(field, value, vocabulary)
  const { options, active, caret } = completion
  const isOffering = isHere && !readOnly && options.length > 0
  const call = useMemo(() => (isHere ? callAt(value, caret) : undefined), [isHere, value, caret])
  const said = useSettled(verdict.is === 'wrong' ? verdict.text : '')

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses the same keys to choose characters.
    if (readOnly || event.nativeEvent.isComposing || !completion.pressed(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const showWrong = () => {
    if (verdict.is !== 'wrong' || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(verdict.start, verdict.end)
  }

  return (
    <div className={styles.editor}>
      <div className={styles.frame} data-read-only={readOnly} data-wrong={verdict.is === 'wrong'}>
        <ExpressionMirror value={value} verdict={verdict} from={completion.from} anchor={anchor} />
        <textarea
          ref={field}
          className={styles.text}
          value={value}
          readOnly={readOnly}
          aria-label={label}
          aria-invalid={verdict.is === 'wrong'}
          aria-describedby={`${id}-status`}
          aria-autocomplete="list"
          aria-controls={isOffering ? `${id}-list` : undefined}
          aria-activedescendant={isOffering ? optionId(`${id}-list`, active) : undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          rows={1}
          onChange={({ target }) => {
            onChange(target.value)
            completion.typed(target.value, target.selectionStart)
          }}
          onSelect={({ currentTarget }) => completion.moved(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onFocus={() => setHere(true)}
          onBlur={() => {
            setHere(false)
            completion.close()
          }}
        />
        {isOffering && (
          <CompletionList
            id={`${id}-list`}
            anchor={anchor}
            options={options}
            active={active}
            onAccept={completion.accept}
          />
        )}
      </div>
      <div id={`${id}-status`}>
        <ExpressionStatus
          verdict={verdict}
          call={call}
          kind={vocabulary.kind}
          readOnly={readOnly}
          onShow={showWrong}
        />
      </div>
      <output className="visually-hidden">
        {isOffering ? text('offered', { count: options.length }) : said}
      </output>
    </div>
  )
}

/** What has stood for a moment: a reader of the screen is not told of every key. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(words), 900)
    return () => clearTimeout(waiting)
  }, [words])
  return settled
}
