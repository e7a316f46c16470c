import type { Input as Sent } from '#contract/route.ts'
import type { addJudgement } from '#contract/watching.ts'
import { Form, Input, InputNumber, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useAddJudgement } from './queries.ts'

type Said = Omit<Sent<typeof addJudgement>, 'region' | 'id'>

/** Adds to a forecast what its past cannot know, with a name and a reason. */
export function JudgementDialog({
  target,
  unit,
  year,
  onClose,
}: {
  target: Pick<Sent<typeof addJudgement>, 'region' | 'id'>
  unit: string
  year: number
  onClose: () => void
}) {
  const text = useTranslations('watching.page')
  const [form] = Form.useForm<Said>()
  const add = useAddJudgement()
  return (
    <Modal
      open
      title={text('addJudgement')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{text('judgementsNote')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ year }}
        onFinish={(said) => add.mutate({ ...target, ...said }, { onSuccess: onClose })}
      >
        <Form.Item name="name" label={text('name')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="year" label={text('year')} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="amount" label={text('amount', { unit })} rules={[{ required: true }]}>
          <InputNumber />
        </Form.Item>
        <Form.Item name="why" label={text('why')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
