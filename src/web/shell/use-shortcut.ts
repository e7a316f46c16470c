import { useEffect, useRef } from 'react'

/**
 * Does something on a key, on every page, unless one is typing or a dialog is open. A combination
 * with Ctrl is heard while one types too.
 */
export function useShortcut(isKey: (event: KeyboardEvent) => boolean, act: () => void): void {
  const latest = useRef({ isKey, act })
  useEffect(() => {
    latest.current = { isKey, act }
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing || event.defaultPrevented) return
      if (!latest.current.isKey(event) || isTaken(event)) return
      event.preventDefault()
      latest.current.act()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

function isTaken({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-drawer-open')) return true
  if (ctrlKey || metaKey || !(target instanceof HTMLElement)) return false
  return target.closest('input, textarea, select, [contenteditable]') !== null
}
