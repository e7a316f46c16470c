import type { ReminderRule } from '#contract/collection.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, InputNumber, Modal, Select, Switch } from 'antd'
import { useTranslations } from 'use-intl'
import { forms } from '../report/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useSetReminders } from './queries.ts'

/** Stands for every form without a rule of its own. */
export const everyForm = '*'

interface Said {
  readonly form: string
  readonly days: readonly number[]
  readonly escalatesFrom?: number | null
  readonly isActive: boolean
  readonly why: string
}

const offered = [-10, -5, -3, -2, -1, 0, 1, 2, 3, 5, 7, 10]

/** On which working days around the due day of a form reminders go out; the reason is kept. */
export function RuleDialog({
  rule,
  taken,
  onClose,
}: {
  /** The rule that is changed; none for a new one. */
  rule?: ReminderRule
  /** Forms with a rule of their own. */
  taken: readonly string[]
  onClose: () => void
}) {
  const text = useTranslations('reminders')
  const problemText = useProblemText()
  const known = useQuery(forms()).data ?? []
  const [form] = Form.useForm<Said>()
  const set = useSetReminders()
  const names = known.map((one) => ({ value: one.form.code, label: one.form.name }))
  const finish = ({ form: code, days, escalatesFrom, isActive, why }: Said) =>
    set.mutate(
      {
        form: code,
        days: [...days],
        ...(typeof escalatesFrom === 'number' && { escalatesFrom }),
        isActive,
        why: why.trim(),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={text('rule')}
      okText={text('save')}
      confirmLoading={set.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {set.error && <Alert type="error" showIcon title={problemText(set.error).message} />}
      <Form<Said>
        form={form}
        layout="vertical"
        initialValues={{
          days: [-3, -1, 0, 1, 3, 5],
          escalatesFrom: 1,
          isActive: true,
          ...(rule && { ...rule, why: '' }),
        }}
        onFinish={finish}
      >
        <Form.Item
          name="form"
          label={text('form')}
          rules={[{ required: true, message: text('formWanted') }]}
        >
          <Select
            disabled={rule !== undefined}
            options={
              rule
                ? [{ value: everyForm, label: text('everyForm') }, ...names]
                : names.filter(({ value }) => !taken.includes(value))
            }
          />
        </Form.Item>
        <Form.Item name="days" label={text('days')} extra={text('daysHint')}>
          <Select
            mode="multiple"
            options={offered.map((value) => ({
              value,
              label: text(value < 0 ? 'before' : value === 0 ? 'onDay' : 'after', {
                days: Math.abs(value),
              }),
            }))}
          />
        </Form.Item>
        <Form.Item name="escalatesFrom" label={text('escalates')} extra={text('escalatesHint')}>
          <InputNumber min={-30} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="isActive" label={text('state')} valuePropName="checked">
          <Switch checkedChildren={text('active')} unCheckedChildren={text('inactive')} />
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
