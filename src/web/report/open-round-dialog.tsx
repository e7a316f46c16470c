import type { OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { organisations } from '../organisation/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePeriodName } from '../watching/use-period-name.ts'
import { forms, rounds, useOpenRound } from './queries.ts'

interface Said {
  readonly form: string
  readonly due?: string
  readonly reporters?: readonly OrganisationId[]
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
  const finish = ({ form: chosen, due, reporters }: Said) => {
    const period = next.find((one) => one.form === chosen)?.period
    if (period === undefined) return
    open.mutate(
      {
        form: chosen,
        period,
        ...(due && { due }),
        ...(isOfUnits && reporters && { reporters: [...reporters] }),
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
          <Form.Item name="reporters" label={text('reporters')} rules={[{ required: true }]}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={units
                .filter(({ kind }) => kind !== 'enterprise')
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
