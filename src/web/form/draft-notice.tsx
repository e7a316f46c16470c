import { Alert, Button, Space } from 'antd'
import { useTranslations } from 'use-intl'
import type { useFormDraft } from './use-form-draft.ts'

/** That something unpublished is kept here, and that somebody else was quicker. */
export function DraftNotice({ draft }: { draft: ReturnType<typeof useFormDraft> }) {
  const text = useTranslations('formDesign')
  const { isChanged, isBehind, discard, goOn } = draft
  if (!isChanged) return null
  return (
    <Alert
      type={isBehind ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 12 }}
      title={text(isBehind ? 'behind' : 'kept')}
      action={
        <Space>
          {isBehind && (
            <Button size="small" onClick={goOn}>
              {text('goOn')}
            </Button>
          )}
          <Button size="small" onClick={discard}>
            {text('discard')}
          </Button>
        </Space>
      }
    />
  )
}
