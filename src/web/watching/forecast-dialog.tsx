import type { Input as Sent, Reply } from '#contract/route.ts'
import type { sayForecast, targetStanding } from '#contract/watching.ts'
import type { Period } from '#core/period/period.ts'
import { Alert, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { shown } from './figure-words.ts'
import { useSayForecast } from './queries.ts'
import { usePeriodName } from './use-period-name.ts'

type Said = Pick<Sent<typeof sayForecast>, 'period' | 'value' | 'why'>

/** Somebody says what a coming period will bring, and why. */
export function ForecastDialog({
  target,
  region,
  onClose,
}: {
  target: Reply<typeof targetStanding>
  region: string
  onClose: () => void
}) {
  const text = useTranslations('saidForecast')
  const words = useTranslations('watching.page')
  const nameOf = usePeriodName(true)
  const problems = useProblemText()
  const [form] = Form.useForm<Said>()
  const period = Form.useWatch('period', form)
  const say = useSayForecast()
  const { standing } = target
  const coming = comingPeriods(target)
  const computed = target.curve.find((point) => point.period === period)?.mean
  return (
    <Modal
      open
      title={text('say')}
      okText={words('save')}
      cancelText={words('cancel')}
      confirmLoading={say.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{text('sayNote')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...(coming.at(-1) && { period: coming.at(-1) }) }}
        onFinish={(said) =>
          say.mutate({ region, id: standing.id, ...said }, { onSuccess: onClose })
        }
      >
        <Form.Item name="period" label={text('period')} rules={[{ required: true }]}>
          <Select options={coming.map((each) => ({ value: each, label: nameOf(each) }))} />
        </Form.Item>
        <Form.Item
          name="value"
          label={text('valueIn', { unit: standing.unit })}
          rules={[{ required: true }]}
          extra={
            computed !== undefined &&
            text('computedNow', { value: shown(computed, standing.decimals) })
          }
        >
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="why" label={text('why')} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
      {say.error && <Alert type="error" title={problems(say.error).message} />}
    </Modal>
  )
}

/** Periods of this year without a figure yet; next year's end where all of them have one. */
function comingPeriods({ curve }: Reply<typeof targetStanding>): readonly Period[] {
  const last = curve.findLastIndex(({ actual }) => actual !== undefined)
  return curve.slice(last + 1).map(({ period }) => period)
}
