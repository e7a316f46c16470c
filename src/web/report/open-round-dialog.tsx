import type { OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { RequestFailure } from '../api/failure.ts'
import { organisations } from '../organisation/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { forms, rounds, useOpenRound } from './queries.ts'

interface Said {
  readonly form: string
  readonly due?: string
  readonly reporter?: OrganisationId
  readonly overCapWhy?: string
}

/** Asks everybody who owes a form for the period that comes next. */
export function OpenRoundDialog({
  onClose,
  onOpened,
}: {
  onClose: () => void
  onOpened: (round: { form: string; period: string }) => void
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const nameOf = usePeriodName()
  const { message } = App.useApp()
  const next = useQuery(rounds()).data?.next ?? []
  const known = useQuery(forms()).data ?? []
  const units = useQuery(organisations()).data?.organisations ?? []
  const [form] = Form.useForm<Said>()
  const code = Form.useWatch('form', form)
  const open = useOpenRound()
  const isOfUnits = known.find((one) => one.form.code === code)?.form.reporter === 'organisation'
  const isOverCap =
    open.error instanceof RequestFailure && open.error.problem.code === 'burden-over-cap'
  const finish = ({ form: chosen, due, reporter, overCapWhy }: Said) => {
    const period = next.find((one) => one.form === chosen)?.period
    if (period === undefined) return
    open.mutate(
      {
        form: chosen,
        period,
        ...(due && { due }),
        ...(isOfUnits && reporter && { reporters: [reporter] }),
        ...(overCapWhy?.trim() && { overCapWhy: overCapWhy.trim() }),
      },
      {
        onSuccess: ({ asked, due: day }) => {
          void message.success(text('opened', { asked, day }))
          onOpened({ form: chosen, period })
        },
      },
    )
  }
  return (
    <Modal
      open
      title={text('openRound')}
      okText={text('openRound')}
      confirmLoading={open.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {open.error && <Alert type="error" showIcon title={problemText(open.error).message} />}
      <Form<Said> form={form} layout="vertical" onFinish={finish}>
        <Form.Item name="form" label={text('columns.form')} rules={[{ required: true }]}>
          <Select
            options={next.map((one) => ({
              value: one.form,
              label: `${one.formName} · ${nameOf(one.period)} · ${text('dueOn', { day: one.due })}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="due" label={text('otherDue')}>
          <Input type="date" />
        </Form.Item>
        {isOfUnits && (
          <Form.Item name="reporter" label={text('reporters')} rules={[{ required: true }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={units
                .filter(({ kind }) => kind !== 'enterprise')
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        {isOverCap && (
          <Form.Item name="overCapWhy" label={text('overCapWhy')}>
            <Input maxLength={200} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
