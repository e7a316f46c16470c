import type { Draft } from '#contract/draft.ts'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { acceptedCount, pendingCount, publishRefusalIn } from './publishing.ts'
import { usePublish } from './queries.ts'

/** What will be published, what stands in the way, and what becomes of the undecided. */
export function PublishDialog({
  draft,
  open,
  onClose,
}: {
  draft: Draft
  open: boolean
  onClose: () => void
}) {
  const text = useTranslations('publish')
  const problems = useProblemText()
  const navigate = useNavigate()
  const publish = usePublish(draft.id)
  const [fate, setFate] = useState<'accept' | 'reject'>()
  const pending = pendingCount(draft)
  const accepted = acceptedCount(draft)
  const { error: openErrors } = draft.openFindings
  const refusal = publishRefusalIn(publish.error)

  const send = () =>
    publish.mutate(
      { ...(pending > 0 && fate && { pending: fate }) },
      {
        onSuccess: ({ planId, regionCode, number }) =>
          void navigate({
            to: '/plans/$region/$planId',
            params: { region: regionCode, planId },
            search: { version: number },
          }),
      },
    )

  return (
    <Modal
      title={text('title')}
      open={open}
      onCancel={onClose}
      onOk={send}
      okText={text('ok')}
      okButtonProps={{
        disabled: pending > 0 ? fate === undefined : accepted === 0,
        loading: publish.isPending,
      }}
    >
      <Space orientation="vertical" size={12} style={{ width: '100%' }}>
        <p>{text('summary', { accepted })}</p>
        {pending > 0 && (
          <>
            <Alert type="warning" showIcon title={text('pending', { pending })} />
            <Radio.Group
              value={fate}
              onChange={({ target }) => setFate(target.value === 'accept' ? 'accept' : 'reject')}
            >
              <Space orientation="vertical">
                <Radio value="reject">{text('pendingReject')}</Radio>
                <Radio value="accept">{text('pendingAccept')}</Radio>
              </Space>
            </Radio.Group>
          </>
        )}
        {openErrors > 0 && (
          <Alert type="info" showIcon title={text('openErrors', { count: openErrors })} />
        )}
        {publish.error && (
          <Alert
            type="error"
            showIcon
            title={refusal ? text(`refusal.${refusal.code}`) : problems(publish.error).message}
          />
        )}
      </Space>
    </Modal>
  )
}
