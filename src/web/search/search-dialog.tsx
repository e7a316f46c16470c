import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, type RefObject, useDeferredValue, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FoundGroups } from './found-groups.tsx'
import { pagesNamed } from './pages-named.ts'
import { found } from './queries.ts'
import styles from './search-dialog.module.css'
import { useOwnPages } from './use-own-pages.ts'

/** One field over everything there is to find; the arrows lead through the results. */
export function SearchDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useTranslations('search')
  const input = useRef<InputRef>(null)
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{text('title')}</span>}
      width={680}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && input.current?.focus()}
      classNames={{ container: styles.dialog ?? '', header: styles.head ?? '' }}
    >
      <Field inputRef={input} onClose={onClose} />
    </Modal>
  )
}

const perKind = 5

function Field({
  inputRef,
  onClose,
}: {
  inputRef: RefObject<InputRef | null>
  onClose: () => void
}) {
  const text = useTranslations('search')
  const frame = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const query = useQuery(found(asked, perKind))
  const pages = pagesNamed(useOwnPages(), asked)
  const showAll = () => {
    // What was typed may be ahead of what was asked for.
    const wanted = typed.trim()
    if (wanted === '') return
    onClose()
    void navigate({ to: '/search', search: { text: wanted } })
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- what is within has the keys
    <div ref={frame} onKeyDown={(event) => followArrows(event, frame.current)}>
      <Input
        ref={inputRef}
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={text('placeholder')}
        aria-label={text('title')}
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && showAll()}
      />
      {asked === '' ? (
        <p className={styles.hint}>{text('hint')}</p>
      ) : (
        <FoundGroups asked={asked} query={query} pages={pages} onGo={onClose} />
      )}
      <div className={styles.foot}>
        <span>{text('keys')}</span>
        <Button type="link" size="small" disabled={asked === ''} onClick={showAll}>
          {text('allResults')}
        </Button>
      </div>
    </div>
  )
}

/** The arrows go from the field to the first result, on, and back. */
function followArrows(event: KeyboardEvent, frame: HTMLElement | null): void {
  if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp'))
    return
  const stops = [...(frame?.querySelectorAll<HTMLElement>('input, a[href]') ?? [])]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const step = event.key === 'ArrowDown' ? 1 : -1
  event.preventDefault()
  stops[(at + step + stops.length) % stops.length]?.focus()
}
