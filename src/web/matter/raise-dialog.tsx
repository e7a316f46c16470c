import type { NewMatter } from '#contract/matter-act.ts'
import type { Input as Sent } from '#contract/route.ts'
import type { raiseOneMatter } from '#contract/matter-act.ts'
import type { OrganisationId } from '#core/id.ts'
import { marks } from '#core/matter/matter.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { newKey } from '../api/new-key.ts'
import { session } from '../api/session.ts'
import { UnitSelect, UnitsSelect } from '../organisation/unit-select.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { FigureFields, type TypedFigure } from './figure-fields.tsx'
import { matterRules, useRaise } from './queries.ts'
import type * as z from 'zod'

interface Typed extends TypedFigure {
  readonly kind: string
  readonly title: string
  readonly text?: string
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: string
  readonly rhythm?: NonNullable<z.output<typeof NewMatter>['rhythm']>
  readonly marks?: (typeof marks)[number][]
  readonly grade?: string
}

const rhythms = ['month', 'quarter', 'half-year', 'year'] as const

/** Raises a matter by hand; with a lead and a time it is assigned at once. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('matters.raising')
  const act = useTranslations('matters.act')
  const words = useTranslations('matters')
  const problemText = useProblemText()
  const navigate = useNavigate()
  const raise = useRaise()
  const [form] = Form.useForm<Typed>()
  // Of this form: sent twice it raises one matter.
  const [key] = useState(newKey)
  const { data: who } = useQuery(session())
  const { data: rules } = useQuery(matterRules())
  const kinds = (rules?.kinds ?? []).filter(({ inForce }) => inForce)
  const chosen = Form.useWatch('kind', form)
  const grades = kinds.find(({ code }) => code === chosen)?.grades ?? []
  const region = who?.region.code ?? ''
  return (
    <Modal
      open
      title={words('raise')}
      okText={text('ok')}
      cancelText={act('cancel')}
      confirmLoading={raise.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {raise.error && (
        <Alert
          type="error"
          showIcon
          title={problemText(raise.error).message}
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<Typed>
        name="raise"
        form={form}
        layout="vertical"
        onFinish={(typed) =>
          raise.mutate(sentOf(typed, key, region), {
            onSuccess: ({ id }) =>
              void navigate({ to: '/matters/$matterId', params: { matterId: id } }),
          })
        }
      >
        <Form.Item
          name="kind"
          label={words('kind')}
          rules={[{ required: true, message: text('kindNeeded') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="title"
          label={words('columns.title')}
          rules={[{ required: true, whitespace: true, message: text('titleNeeded') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="text" label={text('text')}>
          <Input.TextArea rows={3} maxLength={5000} />
        </Form.Item>
        <Form.Item name="lead" label={act('lead')} extra={text('leadHint')}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="responsible" label={act('responsible')}>
          <UnitsSelect />
        </Form.Item>
        <Form.Item name="due" label={act('due')} extra={text('dueHint')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="rhythm" label={act('rhythm')}>
          <Select
            allowClear
            options={rhythms.map((value) => ({ value, label: act(`rhythms.${value}`) }))}
          />
        </Form.Item>
        {grades.length > 0 && (
          <Form.Item name="grade" label={text('grade')}>
            <Select allowClear options={grades.map((value) => ({ value, label: value }))} />
          </Form.Item>
        )}
        <Form.Item name="marks" label={words('mark')}>
          <Select
            mode="multiple"
            options={marks.map((value) => ({ value, label: words(`marks.${value}`) }))}
          />
        </Form.Item>
        <FigureFields />
      </Form>
    </Modal>
  )
}

function sentOf(typed: Typed, key: string, region: string): Sent<typeof raiseOneMatter> {
  const { kind, title, text = '', lead, responsible = [], due, rhythm, grade } = typed
  const { indicator, op = '>=', value, period } = typed
  return {
    key,
    kind,
    title,
    text,
    responsible: [...responsible],
    marks: typed.marks ?? [],
    ...(lead && { lead }),
    ...(due && { due }),
    ...(rhythm && { rhythm }),
    ...(grade && { grade }),
    ...(indicator &&
      value !== undefined &&
      period !== undefined && {
        figure: { subject: { kind: 'region', code: region }, indicator, period, op, value },
      }),
  }
}
