import { Button, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { FactList } from '../../plan/fact-list.tsx'
import { itemTitle } from '../../plan/item-words.ts'
import { ItemStatusBadge } from '../item-status-badge.tsx'
import type { Conflict } from '../use-decisions.ts'
import styles from './conflict-dialog.module.css'

/** Somebody was faster: what stands now beside what one decided on, and which of both shall hold. */
export function ConflictDialog({
  conflict,
  onSettle,
}: {
  conflict: Conflict | undefined
  onSettle: (mine: boolean) => void
}) {
  const text = useTranslations('conflict')
  const wanted = new Map(conflict?.wanted.map((item) => [item.id, item]))
  return (
    <Modal
      title={text('title')}
      open={conflict !== undefined}
      onCancel={() => onSettle(false)}
      footer={[
        <Button key="theirs" onClick={() => onSettle(false)}>
          {text('keepTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => onSettle(true)}>
          {conflict && text(`mine.${conflict.action}`)}
        </Button>,
      ]}
    >
      <p>{text('explanation')}</p>
      {conflict?.current.map((theirs) => {
        const mine = wanted.get(theirs.id)
        return (
          <div key={theirs.id} className={styles.pair}>
            <div>
              <h2>{text('seen')}</h2>
              {mine && <strong>{itemTitle(mine)}</strong>}
              {mine && <FactList item={mine} />}
            </div>
            <div>
              <h2>{text('now', { name: theirs.changedBy?.name ?? '' })}</h2>
              <strong>{itemTitle(theirs)}</strong> <ItemStatusBadge status={theirs.status} />
              <FactList item={theirs} />
            </div>
          </div>
        )
      })}
    </Modal>
  )
}
