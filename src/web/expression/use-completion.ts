import { type Completion, type Completions, completionsAt } from '#core/expression/completions.ts'
import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { useSpellings } from './use-spellings.ts'
import type { ExpressionVocabulary } from './vocabulary.ts'

const none: readonly Completion[] = []

/** What is offered at the cursor of an expression, and the keys that choose from it. */
export function useCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  vocabulary: ExpressionVocabulary,
) {
  const { names } = vocabulary
  const spellings = useSpellings(vocabulary)
  const [caret, setCaret] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const at = Math.min(caret, value.length)
  const offered = useMemo(
    () => (isOpen ? completionsAt(value, at, names, spellings) : undefined),
    [isOpen, value, at, names, spellings],
  )
  const options = offered?.options ?? none

  const typed = (text: string, offset: number) => {
    setCaret(offset)
    setActive(0)
    setOpen(isWorthOffering(completionsAt(text, offset, names, spellings), text))
  }
  const accept = (option: Completion | undefined) => {
    const { current } = field
    if (!current || !offered || !option) return
    current.focus()
    current.setSelectionRange(offered.from, offered.to)
    insertTyped(current, option.insert)
    setOpen(false)
  }
  /** True where the key was for the list and not for the text. */
  const pressed = ({ key, altKey, ctrlKey }: KeyboardEvent): boolean => {
    if ((altKey && key === 'ArrowDown') || (ctrlKey && key === ' ')) {
      setCaret(field.current?.selectionStart ?? at)
      setActive(0)
      setOpen(true)
      return true
    }
    if (options.length === 0 || altKey || ctrlKey) return false
    if (key === 'ArrowDown') setActive((active + 1) % options.length)
    else if (key === 'ArrowUp') setActive((active + options.length - 1) % options.length)
    else if (key === 'Enter' || key === 'Tab') accept(options[active])
    else if (key === 'Escape') setOpen(false)
    else return false
    return true
  }
  return {
    options,
    active,
    caret: at,
    from: offered?.from ?? at,
    typed,
    pressed,
    accept,
    close: () => setOpen(false),
    moved: (offset: number) => {
      if (offset === caret) return
      setCaret(offset)
      setOpen(false)
    },
  }
}

/** Not for signs, and not where all is typed already. */
function isWorthOffering({ from, to, options }: Completions, text: string): boolean {
  const [best] = options
  const isTyped = from < to && best !== undefined && best.kind !== 'word'
  return isTyped && best.label !== text.slice(from, to)
}

/** As if it was typed, so that it can be undone like typing. */
function insertTyped(field: HTMLTextAreaElement, text: string): void {
  const insert: unknown = Reflect.get(document, 'execCommand')
  const isDone =
    typeof insert === 'function' &&
    Reflect.apply(insert, document, ['insertText', false, text]) === true
  if (isDone) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
