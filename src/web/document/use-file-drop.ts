import { type RefObject, useEffect, useState } from 'react'

/** Takes files dropped onto an element; tells whether some are held over it. */
export function useFileDrop(
  place: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const over = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(true)
    }
    const left = () => setIsOver(false)
    const dropped = (event: DragEvent) => {
      event.preventDefault()
      setIsOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    element.addEventListener('dragover', over)
    element.addEventListener('dragleave', left)
    element.addEventListener('drop', dropped)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('dragleave', left)
      element.removeEventListener('drop', dropped)
    }
  }, [place, onFiles])
  return isOver
}
