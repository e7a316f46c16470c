import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { estimation, useEstimate } from './queries.ts'

/** Has what nobody told estimated; a reason is put on record. */
export function EstimateDialog({
  round,
  onClose,
}: {
  round: { readonly form: string; readonly period: Period }
  onClose: () => void
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { message } = App.useApp()
  const [why, setWhy] = useState('')
  const estimate = useEstimate()
  const rule = useQuery(estimation()).data
  const go = () =>
    estimate.mutate(
      { form: round.form, period: round.period, why: why.trim() },
      {
        onSuccess: ({ estimated }) => {
          void message.success(text('wasEstimated', { estimated }))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={text('estimate')}
      okText={text('estimate')}
      okButtonProps={{ disabled: why.trim() === '' }}
      confirmLoading={estimate.isPending}
      onCancel={onClose}
      onOk={go}
    >
      {estimate.error && (
        <Alert type="error" showIcon title={problemText(estimate.error).message} />
      )}
      <p>{text('estimateNote')}</p>
      {rule && <p>{text('estimateRule', rule)}</p>}
      <Input
        aria-label={text('why')}
        placeholder={text('why')}
        maxLength={200}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
    </Modal>
  )
}
