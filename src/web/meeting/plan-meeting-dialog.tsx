import type { MatterSummary } from '#contract/matter.ts'
import type { MatterId } from '#core/id.ts'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { MatterPicker } from '../matter/matter-picker.tsx'
import { today } from '../ui/china-day.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePlanMeeting } from './queries.ts'

interface Planned {
  readonly title: string
  readonly day: string
  readonly place?: string
  readonly matters?: readonly MatterId[]
}

/** Plans a meeting; each picked matter becomes a point of its agenda. */
export function PlanMeetingDialog({
  matters,
  onClose,
}: {
  /** Picked before. */
  matters: readonly Pick<MatterSummary, 'id' | 'number' | 'title'>[]
  onClose: () => void
}) {
  const text = useTranslations('meetings')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const plan = usePlanMeeting()
  const [form] = Form.useForm<Planned>()
  return (
    <Modal
      open
      title={text('plan')}
      okText={text('planOk')}
      cancelText={text('cancel')}
      confirmLoading={plan.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {plan.error && <Alert type="error" showIcon title={problemText(plan.error).message} />}
      <Form<Planned>
        name="meeting"
        form={form}
        layout="vertical"
        initialValues={{ day: today(), matters: matters.map(({ id }) => id) }}
        onFinish={({ title, day, place = '', matters: picked = [] }) =>
          plan.mutate(
            { title, day, place, matters: picked },
            {
              onSuccess: ({ id }) =>
                void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } }),
            },
          )
        }
      >
        <Form.Item
          name="title"
          label={text('name')}
          rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
        >
          <Input maxLength={200} placeholder={text('namePlaceholder')} />
        </Form.Item>
        <Form.Item
          name="day"
          label={text('day')}
          rules={[{ required: true, message: text('dayNeeded') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="place" label={text('place')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="matters" label={text('matters')} extra={text('mattersHint')}>
          <MatterPicker known={matters} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
