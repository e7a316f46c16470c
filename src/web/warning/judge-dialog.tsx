import type { Warning } from '#contract/warning.ts'
import { Form, Input, Modal, Radio } from 'antd'
import { useTranslations } from 'use-intl'
import { useJudge } from './queries.ts'

/** Says afterwards whether a warning was right. */
export function JudgeDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const text = useTranslations('warning')
  const [form] = Form.useForm<{ right: boolean; text: string }>()
  const judge = useJudge()
  return (
    <Modal
      open
      title={`${warning.subjectName} · ${warning.ruleName}`}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={judge.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{text('judgeNote')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ right: true }}
        onFinish={(said) => judge.mutate({ id: warning.id, ...said }, { onSuccess: onClose })}
      >
        <Form.Item name="right" label={text('judge')}>
          <Radio.Group
            options={[
              { value: true, label: text('right') },
              { value: false, label: text('wrong') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={text('reason')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
