import { Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './users-page.module.css'

/** Asks why before something is done to the account of another; the reason goes into the log. */
export function ReasonDialog({
  title,
  note,
  open,
  isPending,
  onReason,
  onClose,
}: {
  title: string
  note?: string
  open: boolean
  isPending: boolean
  onReason: (why: string) => void
  onClose: () => void
}) {
  const text = useTranslations('users')
  const [form] = Form.useForm<{ why: string }>()
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={title}
      okButtonProps={{ loading: isPending }}
      destroyOnHidden
    >
      <div className={styles.part}>{note && <p>{note}</p>}</div>
      <Form
        name="reason"
        form={form}
        layout="vertical"
        onFinish={({ why }) => onReason(why.trim())}
      >
        <Form.Item
          name="why"
          label={text('why')}
          rules={[{ required: true, whitespace: true, message: text('whyNeeded') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  )
}
