import { useEffect, useRef } from 'react'

export const reviewKeys = ['j', 'k', 'Enter', 'a', 'x', 'e', 'u', '[', ']', '?'] as const
export type ReviewKey = (typeof reviewKeys)[number]

/** Calls what a key stands for, unless one is typing, a control has the key, or a dialog is open. */
export function useReviewKeys(actions: Readonly<Record<ReviewKey, () => void>>): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (!isReviewKey(event.key) || isTaken(event)) return
      event.preventDefault()
      latest.current[event.key]()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

function isReviewKey(key: string): key is ReviewKey {
  return reviewKeys.some((one) => one === key)
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-drawer-open')) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [contenteditable]')) return true
  return key === 'Enter' && target.closest('button, a, [role="tab"]') !== null
}
