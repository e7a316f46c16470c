import { Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'

/** A finding is dismissed with a reason, which stays with it. */
export function DismissDialog({
  open,
  onClose,
  onDismiss,
}: {
  open: boolean
  onClose: () => void
  onDismiss: (reason: string) => void
}) {
  const text = useTranslations('finding')
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      title={text('dismissTitle')}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={text('dismiss')}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={({ reason }) => onDismiss(reason.trim())}>
        <Form.Item
          name="reason"
          label={text('dismissReason')}
          rules={[{ required: true, whitespace: true, message: text('reasonNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
