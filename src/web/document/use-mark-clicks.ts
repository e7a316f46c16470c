import type { Span } from '#core/document/document.ts'
import { type RefObject, useEffect } from 'react'
import { selectedSpan } from './selection.ts'

/**
 * Tells which mark was clicked and which text was selected. With the keyboard the same is reached
 * from the list beside the text, so the marks themselves take no part in the order of the tab key.
 */
export function useMarkClicks({
  frame,
  text,
  onMark,
  onSelect,
}: {
  frame: RefObject<HTMLElement | null>
  text: string
  onMark: ((id: string) => void) | undefined
  onSelect: ((span: Span | undefined, at: DOMRect | undefined) => void) | undefined
}): void {
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const released = () => {
      const selection = getSelection()
      const span = selectedSpan(selection, text)
      onSelect?.(span, span && selection?.getRangeAt(0).getBoundingClientRect())
    }
    const clicked = ({ target }: MouseEvent) => {
      if (!getSelection()?.isCollapsed || !(target instanceof Element)) return
      const id = target.closest<HTMLElement>('[data-marks]')?.dataset['mark']
      if (id) onMark?.(id)
    }
    element.addEventListener('mouseup', released)
    element.addEventListener('keyup', released)
    element.addEventListener('click', clicked)
    return () => {
      element.removeEventListener('mouseup', released)
      element.removeEventListener('keyup', released)
      element.removeEventListener('click', clicked)
    }
  }, [frame, text, onMark, onSelect])
}
