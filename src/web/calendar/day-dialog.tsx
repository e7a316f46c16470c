import { Alert, Form, Input, Modal, Radio } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useChangeCalendar } from './queries.ts'
import type { YearDay } from './year-days.ts'

interface Typed {
  readonly decision: 'notice' | 'working' | 'off'
  readonly name?: string
}

/** Decides for the region whether a day is worked. */
export function DayDialog({ day, onClose }: { day: YearDay; onClose: () => void }) {
  const text = useTranslations('calendar')
  const problemText = useProblemText()
  const change = useChangeCalendar()
  const [form] = Form.useForm<Typed>()
  const decision = Form.useWatch('decision', form)
  return (
    <Modal
      open
      title={day.day}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={change.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {change.error && <Alert type="error" showIcon title={problemText(change.error).message} />}
      <p>{text('dayNote')}</p>
      <Form<Typed>
        name="day"
        form={form}
        layout="vertical"
        initialValues={{
          decision: day.own ? (day.working ? 'working' : 'off') : 'notice',
          name: day.own ? day.name : '',
        }}
        onFinish={({ decision: chosen, name = '' }) =>
          change.mutate(
            {
              day: day.day,
              name: chosen === 'notice' ? '' : name,
              ...(chosen !== 'notice' && { working: chosen === 'working' }),
            },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="decision" label={text('decision')}>
          <Radio.Group
            options={(['notice', 'working', 'off'] as const).map((value) => ({
              value,
              label: text(`decisions.${value}`),
            }))}
          />
        </Form.Item>
        {decision !== 'notice' && (
          <Form.Item
            name="name"
            label={text('reason')}
            rules={[{ required: true, whitespace: true, message: text('reasonNeeded') }]}
          >
            <Input maxLength={100} placeholder={text('reasonPlaceholder')} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
