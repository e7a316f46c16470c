import { type Draft, PlanMeta } from '#contract/draft.ts'
import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { DiscardButton } from '../discard-button.tsx'
import styles from './edit-form.module.css'
import { metaOfForm } from './meta-form-values.ts'
import { useCorrectMeta } from '../queries.ts'

export function MetaForm({
  draft,
  mayReview,
  onClose,
}: {
  draft: Draft
  mayReview: boolean
  onClose: () => void
}) {
  const text = useTranslations('meta')
  const words = useTranslations('edit')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<PlanMeta>()
  const correct = useCorrectMeta()

  const send = (values: PlanMeta) => {
    const meta = metaOfForm(values)
    if (!meta.ok) {
      form.setFields(
        meta.error.map((path) => ({ name: path as never, errors: [words('field.required')] })),
      )
      return
    }
    correct.mutate(
      { id: draft.id, revision: draft.revision, meta: meta.value },
      { onSuccess: onClose, onError: (error) => void message.error(problems(error).message) },
    )
  }

  return (
    <Form<PlanMeta>
      form={form}
      layout="vertical"
      disabled={!mayReview}
      initialValues={draft.meta}
      onFinish={send}
    >
      <Form.Item name="title" label={text('planTitle')} required>
        <Input.TextArea rows={2} />
      </Form.Item>
      <div className={styles.columns}>
        <Form.Item name={['region', 'name']} label={text('region')} required>
          <Input />
        </Form.Item>
        <Form.Item name={['region', 'code']} label={text('regionCode')}>
          <Input />
        </Form.Item>
      </div>
      <div className={styles.columns}>
        <Form.Item name={['period', 'start']} label={text('start')} required>
          <InputNumber min={1900} max={2200} controls={false} />
        </Form.Item>
        <Form.Item name={['period', 'end']} label={text('end')} required>
          <InputNumber min={1900} max={2200} controls={false} />
        </Form.Item>
        <Form.Item name="issuedOn" label={text('issuedOn')}>
          <Input placeholder="2025-12-31" />
        </Form.Item>
      </div>
      <div className={styles.columns}>
        <Form.Item name="documentNumber" label={text('documentNumber')}>
          <Input />
        </Form.Item>
        <Form.Item name="issuer" label={text('issuer')}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="supersedes" label={text('supersedes')}>
        <Select mode="tags" open={false} tokenSeparators={['；', ';']} />
      </Form.Item>
      {mayReview && (
        <div className={styles.actions}>
          <DiscardButton draft={draft} />
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={correct.isPending}>
            {words('save')}
          </Button>
        </div>
      )}
    </Form>
  )
}
