import type { ItemKind } from '#contract/plan-items.ts'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import styles from './add-menu.module.css'
import { itemKinds } from './review-list.ts'

/**
 * Take the chosen text in as what? Beside a selection; for a sentence walked to with the keyboard at
 * the foot of the page, holding the focus.
 */
export function AddMenu({
  at,
  onAdd,
  onClose,
}: {
  at: DOMRect | undefined
  onAdd: (kind: ItemKind) => void
  onClose: () => void
}) {
  const text = useTranslations('review')
  const kinds = useTranslations('kind')
  const first = useRef<HTMLButtonElement>(null)
  const byKeyboard = !at
  useEffect(() => {
    if (byKeyboard) first.current?.focus()
  }, [byKeyboard])
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [onClose])
  return (
    <div
      role="toolbar"
      aria-label={text('addAs')}
      className={styles.menu}
      data-docked={byKeyboard || undefined}
      style={at && placeBeside(at)}
    >
      <span>{text('addAs')}</span>
      {itemKinds.map((kind, index) => (
        <Button key={kind} ref={index === 0 ? first : undefined} onClick={() => onAdd(kind)}>
          {kinds(kind)}
        </Button>
      ))}
    </div>
  )
}

function placeBeside(at: DOMRect) {
  return {
    left: Math.max(8, Math.min(at.left, innerWidth - 380)),
    top: Math.max(8, at.top - 52),
  }
}
