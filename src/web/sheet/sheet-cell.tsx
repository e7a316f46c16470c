import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { readTyped, shownFigure } from '../report/typed-figure.ts'
import styles from './sheet.module.css'

/** Lines down, columns to the right. */
export type Step = readonly [down: number, right: number]

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
  PageUp: [-15, 0],
  PageDown: [15, 0],
}

/** The one cell of the sheet that is typed in. What is no figure stays in sight until one leaves it. */
export function SheetCell({
  label,
  unit,
  value,
  isOpen,
  onChange,
  onWrong,
  onMove,
  onUndo,
}: {
  label: string
  unit: string
  value: string | undefined
  /** Whether something may be typed; one that may not can be gone to and copied. */
  isOpen: boolean
  onChange: (value: string | null) => void
  onWrong: (isWrong: boolean) => void
  onMove: (step: Step) => void
  onUndo: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? undefined : readTyped(typed, unit)
  const isWrong = read?.kind === 'wrong'
  // What was typed shows as typed only while it is still what the cell holds.
  const isOwn = read?.kind === 'figure' && read.value === (value ?? null)
  const shown = typed !== undefined && (isWrong || isOwn) ? typed : shownFigure(value)
  useLayoutEffect(() => {
    const grid = field.current?.closest('table')
    // Only one who is in the sheet already is followed there.
    if (document.activeElement === document.body || grid?.contains(document.activeElement)) {
      field.current?.focus({ preventScroll: true })
    }
  }, [])
  const type = (words: string) => {
    const next = readTyped(words, unit)
    setTyped(words)
    onWrong(next.kind === 'wrong')
    if (next.kind === 'figure') onChange(next.value)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault()
      setTyped(undefined)
      onWrong(false)
      onUndo()
      return
    }
    const step = steps[event.key]
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return
    if (!isLeaving(event.currentTarget, step, event.shiftKey)) return
    event.preventDefault()
    onMove(event.key === 'Enter' && event.shiftKey ? [-1, 0] : step)
  }
  return (
    <input
      ref={field}
      className={styles.input}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong}
      readOnly={!isOpen}
      value={shown}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => type(target.value)}
      onBlur={() => {
        if (isWrong) onWrong(false)
        setTyped(undefined)
      }}
      onKeyDown={press}
    />
  )
}

/** Sideways arrows move within the text first; with shift they mark it. */
function isLeaving(input: HTMLInputElement, [, right]: Step, isMarking: boolean): boolean {
  if (right === 0) return true
  if (isMarking) return false
  const { selectionStart, selectionEnd, value } = input
  const isAll = selectionStart === 0 && selectionEnd === value.length
  const edge = right < 0 ? 0 : value.length
  return isAll || (selectionStart === edge && selectionEnd === edge)
}
