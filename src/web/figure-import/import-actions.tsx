import type { ShownImport } from '#contract/figure-import.ts'
import { knowsPeriods } from '#core/spreadsheet/mapping.ts'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ReasonDialog } from '../identity/users/reason-dialog.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { importDifferences, useApply, useConfirm, useDiscard, useUndo } from './queries.ts'

/** The next act on a file: confirm its mapping, apply it, or take it back. */
export function ImportActions({
  shown,
  onConfirmed,
}: {
  shown: ShownImport
  onConfirmed: () => void
}) {
  const text = useTranslations('source')
  const { figureImport: file, tables } = shown
  switch (file.state) {
    case 'open':
      return tables.every(({ isConfirmed }) => isConfirmed) ? (
        <ApplyActions shown={shown} />
      ) : (
        <ConfirmActions shown={shown} onConfirmed={onConfirmed} />
      )
    case 'applied':
      return (
        <>
          <LinkButton to="/figures/of-source" search={{ reference: file.id }}>
            {text('linkWhole')}
          </LinkButton>
          <UndoAction shown={shown} />
        </>
      )
    case 'undone':
    case 'discarded':
      return undefined
  }
}

function useFailureTold() {
  const { message } = App.useApp()
  const problems = useProblemText()
  return (error: Error) => void message.error(problems(error).message)
}

function DiscardButton({ shown: { figureImport: file } }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const discard = useDiscard()
  const onError = useFailureTold()
  return (
    <Button
      loading={discard.isPending}
      onClick={() => discard.mutate({ id: file.id, revision: file.revision }, { onError })}
    >
      {text('discard')}
    </Button>
  )
}

function ConfirmActions({ shown, onConfirmed }: { shown: ShownImport; onConfirmed: () => void }) {
  const text = useTranslations('figureImport')
  const confirm = useConfirm()
  const onError = useFailureTold()
  const { id, revision } = shown.figureImport
  const isReady = shown.tables.every((table) => table.isSkipped || isSettled(table))
  return (
    <>
      <DiscardButton shown={shown} />
      <Button
        type="primary"
        disabled={!isReady}
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ id, revision }, { onError, onSuccess: onConfirmed })}
      >
        {text('confirm')}
      </Button>
    </>
  )
}

/** Nothing is open and every figure has its period: only then a mapping can be confirmed. */
function isSettled(table: ShownImport['tables'][number]): boolean {
  const { rows, columns } = table
  return knowsPeriods(table) && [...rows, ...columns].every(({ use }) => use !== 'open')
}

function ApplyActions({ shown }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const { message, modal } = App.useApp()
  const { id, revision } = shown.figureImport
  const run = useQuery(importDifferences(id, { states: [], isDoubtful: false, offset: 0 }))
  const apply = useApply()
  const onError = useFailureTold()
  const counts = run.data?.counts
  const changing = (counts?.new ?? 0) + (counts?.changed ?? 0)
  const start = () => {
    if (!run.data || !counts) return
    const { digest } = run.data
    void modal.confirm({
      title: text('applyTitle', { count: changing }),
      content: text('applyNote', {
        fresh: counts.new,
        changed: counts.changed,
        refused: counts.refused,
        gaps: counts.gaps,
      }),
      okText: text('apply'),
      onOk: () =>
        apply
          .mutateAsync({ id, revision, digest })
          .then(({ changed }) => message.success(text('applied', { count: changed })))
          .catch(onError),
    })
  }
  return (
    <>
      <DiscardButton shown={shown} />
      <Button
        type="primary"
        disabled={changing === 0}
        loading={run.isPending || apply.isPending}
        onClick={start}
      >
        {text('apply')}
      </Button>
    </>
  )
}

function UndoAction({ shown }: { shown: ShownImport }) {
  const text = useTranslations('figureImport')
  const { message } = App.useApp()
  const { id, revision } = shown.figureImport
  const [isOpen, setIsOpen] = useState(false)
  const undo = useUndo()
  const onError = useFailureTold()
  const take = (why: string) =>
    undo.mutate(
      { id, revision, why },
      {
        onError,
        onSuccess: ({ restored, left }) => {
          setIsOpen(false)
          void message.success(text('undone', { restored, left }))
        },
      },
    )
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{text('undo')}</Button>
      <ReasonDialog
        title={text('undo')}
        note={text('undoNote')}
        open={isOpen}
        isPending={undo.isPending}
        onReason={take}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
