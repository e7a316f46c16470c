import type { Draft, DraftFinding, DraftItem } from '#contract/draft.ts'
import type { Action } from '#contract/session.ts'
import type { Document } from '#core/document/document.ts'
import { Button, Drawer, Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DocumentView } from '../document/document-view.tsx'
import { entryAt, type OutlineEntry, outlineOf } from '../document/outline.ts'
import { OutlineList } from '../document/outline-list.tsx'
import { AddMenu } from './add-menu.tsx'
import { ConflictDialog } from './edit/conflict-dialog.tsx'
import { EditDrawer } from './edit/edit-drawer.tsx'
import type { EditSubject } from './edit/edit-form.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { ItemPane } from './item-pane.tsx'
import styles from './review-desk.module.css'
import { ReviewHeader } from './review-header.tsx'
import { neighbour, reviewList, reviewMarks } from './review-list.ts'
import { useChosenText } from './use-chosen-text.ts'
import { useDecisions } from './use-decisions.ts'
import { useOthersNotice } from './use-others-notice.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useReviewPlace } from './use-review-place.ts'

/** The document on the left, what was read out of it on the right; each finds the other. */
export function ReviewDesk({
  userId,
  actions,
  draft,
  document,
  items,
  findings,
}: {
  userId: string
  actions: readonly Action[]
  draft: Draft
  document: Document
  items: readonly DraftItem[]
  findings: readonly DraftFinding[]
}) {
  const text = useTranslations('review')
  const mayReview = actions.includes('review') && draft.status === 'reviewing'
  const { tab, show, activeId, aim, goTo, choose, open, openFromText } = useReviewPlace(
    items,
    findings,
  )
  const { decide, conflict, settle } = useDecisions(draft.id)
  const [subject, setSubject] = useState<EditSubject>()
  const [helpIsOpen, setHelpIsOpen] = useState(false)
  const [historyIsOpen, setHistoryIsOpen] = useState(false)
  const [outlineIsOpen, setOutlineIsOpen] = useState(false)
  const [side, setSide] = useState<'text' | 'list'>('list')
  const [here, setHere] = useState<OutlineEntry>()
  useOthersNotice(items, userId)

  const marks = useMemo(
    () => reviewMarks(items, findings, draft.fileName),
    [items, findings, draft.fileName],
  )
  const outline = useMemo(() => outlineOf(document), [document])
  const list = useMemo(
    () => (tab === 'finding' ? findings : reviewList(items, tab, show)),
    [findings, items, show, tab],
  )
  const active = items.find(({ id }) => id === activeId)

  const {
    chosen,
    marks: chosenMarks,
    select,
    drop,
    walk,
  } = useChosenText({
    document,
    mayChoose: mayReview,
    from: active?.citation,
    goTo,
  })
  const allMarks = useMemo(() => [...marks, ...chosenMarks], [marks, chosenMarks])

  const decideActive = (action: 'accept' | 'reject' | 'restore') => {
    if (!active || !mayReview) return
    const next = neighbour(list, active.id, 1)
    decide(action, [active])
    if (action !== 'restore') open(next)
  }
  useReviewKeys({
    j: () => open(neighbour(list, activeId, 1)),
    k: () => open(neighbour(list, activeId, -1)),
    Enter: () => open(activeId),
    a: () => decideActive('accept'),
    x: () => decideActive('reject'),
    u: () => decideActive('restore'),
    e: () => {
      if (active && mayReview) setSubject({ item: active })
    },
    '[': () => walk(-1),
    ']': () => walk(1),
    '?': () => setHelpIsOpen(true),
  })

  // The same entry again draws nothing anew, so scrolling stays cheap.
  const read = useCallback((index: number) => setHere(entryAt(outline, index)), [outline])
  const openInText = useCallback(
    (id: string) => {
      open(id)
      setSide('text')
    },
    [open],
  )
  const openInList = useCallback(
    (id: string) => {
      openFromText(id)
      setSide('list')
    },
    [openFromText],
  )
  const edit = useCallback((item: DraftItem) => setSubject({ item }), [])
  const outlineList = (
    <OutlineList
      outline={outline}
      current={here}
      onChoose={({ index }) => {
        goTo(document.blocks[index]?.start ?? 0)
        setOutlineIsOpen(false)
      }}
    />
  )

  return (
    <div className={styles.desk} data-side={side}>
      <ReviewHeader
        draft={draft}
        actions={actions}
        onHelp={() => setHelpIsOpen(true)}
        onHistory={() => setHistoryIsOpen(true)}
      />
      <div className={styles.narrow}>
        <Button onClick={() => setOutlineIsOpen(true)}>{text('outline')}</Button>
        <Segmented
          value={side}
          onChange={setSide}
          options={[
            { value: 'text', label: text('sideText') },
            { value: 'list', label: text('sideList') },
          ]}
        />
      </div>
      <div className={styles.panes}>
        <div className={styles.outline}>{outlineList}</div>
        <div className={styles.text}>
          <DocumentView
            document={document}
            marks={allMarks}
            activeId={activeId}
            aim={aim}
            onMark={openInList}
            onSelect={select}
            onRead={read}
          />
        </div>
        <ItemPane
          draft={draft}
          items={items}
          findings={findings}
          list={list}
          tab={tab}
          show={show}
          activeId={activeId}
          mayReview={mayReview}
          onChoose={choose}
          onOpen={openInText}
          onDecide={decide}
          onEdit={edit}
        />
      </div>
      {chosen && (
        <AddMenu
          at={chosen.at}
          onClose={drop}
          onAdd={(kind) => {
            setSubject({ kind, span: chosen.span })
            drop()
          }}
        />
      )}
      <Drawer
        open={outlineIsOpen}
        onClose={() => setOutlineIsOpen(false)}
        placement="left"
        title={text('outline')}
      >
        {outlineList}
      </Drawer>
      <EditDrawer
        draftId={draft.id}
        text={document.text}
        subject={subject}
        onClose={() => setSubject(undefined)}
        onSaved={(id) => {
          if (subject && 'kind' in subject) choose({ tab: subject.kind, show: 'all', item: id })
          else open(id)
        }}
      />
      <ConflictDialog conflict={conflict} onSettle={settle} />
      <HistoryDrawer
        draftId={draft.id}
        items={items}
        findings={findings}
        open={historyIsOpen}
        onClose={() => setHistoryIsOpen(false)}
      />
      <HelpDialog open={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </div>
  )
}
