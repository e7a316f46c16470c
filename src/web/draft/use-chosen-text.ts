import type { Document, Span } from '#core/document/document.ts'
import { useCallback, useMemo, useState } from 'react'
import type { Mark } from '../document/marks.ts'
import { neighbourSentence } from '../document/sentences.ts'

/** Text to be added as an item: selected with the pointer, or a sentence walked to with the keyboard. */
export interface ChosenText {
  readonly span: Span
  /** Where the selection stands on the screen; none for a sentence walked to. */
  readonly at?: DOMRect
}

const noMarks: readonly Mark[] = []

export function useChosenText({
  document,
  mayChoose,
  from,
  goTo,
}: {
  document: Document
  mayChoose: boolean
  /** Where the walk begins: the place of the item one is at. */
  from: Span | undefined
  goTo: (place: number) => void
}) {
  const [chosen, setChosen] = useState<ChosenText>()

  const select = useCallback(
    (span: Span | undefined, at: DOMRect | undefined) =>
      setChosen(mayChoose && span && at ? { span, at } : undefined),
    [mayChoose],
  )
  const drop = useCallback(() => setChosen(undefined), [])
  const walk = (step: 1 | -1) => {
    if (!mayChoose) return
    const span = neighbourSentence(document, chosen?.span ?? from ?? { start: 0, end: 0 }, step)
    if (!span) return
    setChosen({ span })
    goTo(span.start)
  }
  // A selection of the browser shows by itself.
  const marks = useMemo(
    (): readonly Mark[] =>
      chosen && !chosen.at
        ? [{ id: 'chosen', kind: 'place', look: 'pending', ...chosen.span }]
        : noMarks,
    [chosen],
  )
  return { chosen, marks, select, drop, walk }
}
