import type { Block } from '#core/document/document.ts'
import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { blockAt } from './marks.ts'

/** A place to bring into view; a new `ticket` asks again for the same place. */
export interface Aim {
  readonly place: number
  readonly ticket: number
}

/** Brings a place of the document into view, down to the cell of a long table. */
export function useScrollToPlace({
  frame,
  blocks,
  rows,
  aim,
}: {
  frame: RefObject<HTMLElement | null>
  blocks: readonly Block[]
  rows: Virtualizer<HTMLElement, Element>
  aim: Aim | undefined
}): void {
  useEffect(() => {
    if (!aim) return undefined
    const index = blockAt(blocks, aim.place)
    let tries = 12
    let request = 0
    // Heights settle while blocks are drawn and measured, so a few frames are needed to arrive.
    const approach = () => {
      const element = elementAt(frame.current, aim.place)
      if (element && frame.current) centre(frame.current, element)
      else rows.scrollToIndex(index, { align: 'center' })
      if (--tries > 0) request = requestAnimationFrame(approach)
    }
    approach()
    return () => cancelAnimationFrame(request)
  }, [aim, blocks, frame, rows])
}

// `scrollIntoView` would move the page around the frame too.
function centre(frame: HTMLElement, element: Element): void {
  const { top, height } = element.getBoundingClientRect()
  const visible = frame.getBoundingClientRect()
  frame.scrollTop += top + height / 2 - (visible.top + visible.height / 2)
}

function elementAt(frame: HTMLElement | null, place: number): Element | undefined {
  const pieces = frame?.querySelectorAll<HTMLElement>('[data-start]') ?? []
  return [...pieces].findLast((piece) => {
    const start = Number(piece.dataset['start'])
    return start <= place && place <= start + (piece.textContent?.length ?? 0)
  })
}
