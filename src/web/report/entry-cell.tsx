import type { CellKey } from '#core/report/form.ts'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import type { Move } from './entry-grid.ts'
import { readTyped, shownFigure } from './typed-figure.ts'
import styles from './entry.module.css'

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Enter: 'down',
}

export function cellId(cell: string): string {
  return `cell-${cell}`
}

/** Takes the eye and, where one may type, the keyboard to a cell. */
export function goToCell(cell: string): void {
  const element = document.getElementById(cellId(cell))
  element?.scrollIntoView({ block: 'center', inline: 'nearest' })
  element?.focus({ preventScroll: true })
}

/** A cell one types a figure into. What is no figure stays in sight, is marked and not taken. */
export function EntryCell({
  cell,
  label,
  unit,
  value,
  mark,
  onChange,
  onWrong,
  onMove,
  onPaste,
  onUndo,
}: {
  cell: CellKey
  label: string
  unit: string
  value: string | undefined
  mark: 'hard' | 'soft' | 'remark' | undefined
  onChange: (value: string | null) => void
  /** Whether what stands in the cell cannot be read. */
  onWrong: (isWrong: boolean) => void
  onMove: (move: Move) => void
  onPaste: (text: string) => void
  onUndo: () => void
}) {
  const [typed, setTyped] = useState<{ text: string; value: string | null | undefined }>()
  const isWrong = typed?.value === undefined && typed !== undefined
  // What was typed shows as typed only while it is still what the cell holds.
  const shown =
    typed && (isWrong || typed.value === (value ?? null)) ? typed.text : shownFigure(value)
  const type = (text: string) => {
    const read = readTyped(text, unit)
    const next = read.kind === 'figure' ? read.value : undefined
    setTyped({ text, value: next })
    onWrong(next === undefined)
    if (next !== undefined) onChange(next)
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
    const move = moves[event.key]
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return
    if (!isLeaving(event.currentTarget, move, event.shiftKey)) return
    event.preventDefault()
    onMove(event.key === 'Enter' && event.shiftKey ? 'up' : move)
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n\r]/.test(text)) return
    event.preventDefault()
    setTyped(undefined)
    onWrong(false)
    onPaste(text)
  }
  return (
    <input
      id={cellId(cell)}
      className={styles.input}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={isWrong || mark === 'hard'}
      data-mark={isWrong ? 'hard' : mark}
      value={shown}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => type(target.value)}
      onBlur={() => {
        if (!isWrong) setTyped(undefined)
      }}
      onKeyDown={press}
      onPaste={paste}
    />
  )
}

/** Sideways arrows move within the text first; with shift they mark it. */
function isLeaving(input: HTMLInputElement, move: Move, isMarking: boolean): boolean {
  if (move === 'up' || move === 'down') return true
  if (isMarking) return false
  const { selectionStart, selectionEnd, value } = input
  const isAll = selectionStart === 0 && selectionEnd === value.length
  const edge = move === 'left' ? 0 : value.length
  return isAll || (selectionStart === edge && selectionEnd === edge)
}
