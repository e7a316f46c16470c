import { Button } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import type { useSheetDraft } from './use-sheet-draft.ts'

/** Whether what was typed is saved, and the way back. */
export function SaveLine({ drafting }: { drafting: ReturnType<typeof useSheetDraft> }) {
  const text = useTranslations('sheet')
  const problemText = useProblemText()
  const { draft, isDirty, isSaving, isPaused, failure, save, undo, canUndo } = drafting
  const word = isPaused ? 'offline' : isSaving ? 'saving' : isDirty ? 'unsaved' : 'saved'
  return (
    <output>
      {failure ? (
        <>
          {text('saveFailed', { why: problemText(failure).message })}{' '}
          <Button size="small" onClick={save}>
            {text('saveAgain')}
          </Button>
        </>
      ) : (
        text(word, { count: draft.size })
      )}{' '}
      <Button size="small" disabled={!canUndo} onClick={undo}>
        {text('undo')}
      </Button>
    </output>
  )
}
