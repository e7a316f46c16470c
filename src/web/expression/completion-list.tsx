import type { Completion } from '#core/expression/completions.ts'
import type { RefObject } from 'react'
import { useTranslations } from 'use-intl'
import styles from './expression-editor.module.css'

/** What may be written at the cursor. Chosen with the pointer, or with keys by the text area itself. */
export function CompletionList({
  id,
  anchor,
  options,
  active,
  onAccept,
}: {
  id: string
  /** The character the list stands below. */
  anchor: RefObject<HTMLElement | null>
  options: readonly Completion[]
  active: number
  onAccept: (option: Completion) => void
}) {
  const text = useTranslations('expression')
  return (
    <div
      id={id}
      ref={(list) => putBelow(list, anchor.current)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist shows neither kinds nor signatures
      role="listbox"
      tabIndex={-1}
      aria-label={text('offers')}
      className={styles.list}
      // The text area keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text area hears the keys
        <div
          key={`${option.kind} ${option.label}`}
          id={optionId(id, index)}
          ref={index === active ? intoView : undefined}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- part of the list above
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          onClick={() => onAccept(option)}
        >
          <span className={styles.kind} data-kind={option.kind}>
            {text(`kinds.${option.kind}`)}
          </span>
          <span className={styles.label}>{option.signature ?? option.label}</span>
          <span className={styles.detail}>{option.detail}</span>
        </div>
      ))}
    </div>
  )
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}

function putBelow(list: HTMLElement | null, character: HTMLElement | null): void {
  if (!list || !character) return
  list.style.left = `min(${character.offsetLeft}px, max(0px, 100% - 380px))`
  list.style.top = `${character.offsetTop + lineHeight}px`
}

const lineHeight = 26
