import type { Input as Sent } from '#contract/route.ts'
import type { giveAccount, Lamp } from '#contract/watching.ts'
import { Form, Input, Modal, Radio } from 'antd'
import { useTranslations } from 'use-intl'
import { useGiveAccount, useGiveVerdict } from './queries.ts'

type Target = Omit<Sent<typeof giveAccount>, 'text'>

const lamps = ['normal', 'warning', 'behind', 'unreported'] as const

/** The unit explains, or the reviewer judges; what was computed stays beside it. */
export function SayDialog({
  kind,
  target,
  lamp,
  onClose,
}: {
  kind: 'account' | 'verdict'
  target: Target
  lamp: Lamp
  onClose: () => void
}) {
  const text = useTranslations('watching.page')
  const words = useTranslations('watching.lamp')
  const [form] = Form.useForm<{ text: string; lamp: Lamp }>()
  const account = useGiveAccount()
  const verdict = useGiveVerdict()
  const isAccount = kind === 'account'
  return (
    <Modal
      open
      title={text(isAccount ? 'giveAccount' : 'giveVerdict')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={account.isPending || verdict.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ lamp }}
        onFinish={(said) => {
          if (isAccount) {
            account.mutate({ ...target, text: said.text }, { onSuccess: onClose })
          } else {
            verdict.mutate({ ...target, text: said.text, lamp: said.lamp }, { onSuccess: onClose })
          }
        }}
      >
        {!isAccount && (
          <Form.Item name="lamp" label={text('lamp')}>
            <Radio.Group options={lamps.map((each) => ({ value: each, label: words(each) }))} />
          </Form.Item>
        )}
        <Form.Item name="text" label={text('text')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
