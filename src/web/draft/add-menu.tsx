import type { ItemKind } from '#contract/plan-items.ts'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import styles from './add-menu.module.css'
import { itemKinds } from './review-list.ts'

/** Beside a selection of the text: take it in as what? */
export function AddMenu({
  at,
  onAdd,
  onClose,
}: {
  at: DOMRect
  onAdd: (kind: ItemKind) => void
  onClose: () => void
}) {
  const text = useTranslations('review')
  const kinds = useTranslations('kind')
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
      style={{
        left: Math.max(8, Math.min(at.left, innerWidth - 380)),
        top: Math.max(8, at.top - 44),
      }}
    >
      <span>{text('addAs')}</span>
      {itemKinds.map((kind) => (
        <Button key={kind} size="small" onClick={() => onAdd(kind)}>
          {kinds(kind)}
        </Button>
      ))}
    </div>
  )
}
