import { Alert, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useSetCap } from './queries.ts'

interface Said {
  readonly cap?: number | null
  readonly why: string
}

/** Sets how many figures may be asked of one reporter in a month; the reason is kept. */
export function CapDialog({ cap, onClose }: { cap: number | null; onClose: () => void }) {
  const text = useTranslations('burden')
  const problemText = useProblemText()
  const [form] = Form.useForm<Said>()
  const set = useSetCap()
  return (
    <Modal
      open
      title={text('setCap')}
      okText={text('save')}
      confirmLoading={set.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {set.error && <Alert type="error" showIcon title={problemText(set.error).message} />}
      <Form<Said>
        form={form}
        layout="vertical"
        {...(cap !== null && { initialValues: { cap } })}
        onFinish={({ cap: next, why }) =>
          set.mutate({ cap: next ?? null, why: why.trim() }, { onSuccess: onClose })
        }
      >
        <Form.Item name="cap" label={text('cap')} extra={text('capHint')}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item
          name="why"
          label={text('why')}
          rules={[{ required: true, whitespace: true, message: text('whyWanted') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
