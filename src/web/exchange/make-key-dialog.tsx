import { type KeyAction, keyActions } from '#contract/api-key.ts'
import { everywhere } from '#core/access/region-cover.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Form, Input, InputNumber, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { session } from '../api/session.ts'
import { dayOf } from '../ui/china-day.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useMakeKey } from './queries.ts'

interface Values {
  readonly name: string
  readonly region: string
  readonly actions: KeyAction[]
  readonly indicators?: string[]
  readonly expiresOn: string
  readonly requestsPerMinute: number
}

interface Opening {
  readonly open: boolean
  readonly indicators: readonly { readonly code: string; readonly name: string }[]
  readonly onClose: () => void
}

/** Makes a key, and shows its secret the one time it can be seen. */
export function MakeKeyDialog({ open, indicators, onClose }: Opening) {
  const text = useTranslations('exchange')
  const [secret, setSecret] = useState<string>()
  const close = () => {
    setSecret(undefined)
    onClose()
  }
  return secret === undefined ? (
    <KeyForm open={open} indicators={indicators} onClose={close} onMade={setSecret} />
  ) : (
    <Modal
      title={text('secretTitle')}
      open={open}
      onCancel={close}
      onOk={close}
      okText={text('secretKept')}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
    >
      <Alert type="warning" showIcon title={text('secretOnce')} />
      <Typography.Paragraph
        copyable={{ text: secret, tooltips: [text('copy'), text('copied')] }}
        style={{ margin: '16px 0', fontFamily: 'monospace', wordBreak: 'break-all' }}
      >
        {secret}
      </Typography.Paragraph>
      <p>{text('secretUse')}</p>
    </Modal>
  )
}

function KeyForm({
  open,
  indicators,
  onClose,
  onMade,
}: Opening & { onMade: (secret: string) => void }) {
  const text = useTranslations('exchange')
  const problems = useProblemText()
  const { message } = App.useApp()
  const { data: who } = useQuery(session())
  const make = useMakeKey()
  const [form] = Form.useForm<Values>()
  // Figures belong to a region; the whole country has none of its own.
  const regions = (who?.regions ?? []).filter(({ code }) => code !== everywhere)
  const save = ({ indicators: chosen, ...values }: Values) =>
    make.mutate(
      { ...values, ...(chosen && chosen.length > 0 && { indicators: chosen }) },
      {
        onSuccess: (made) => onMade(made.secret),
        onError: (error) => void message.error(problems(error).message),
      },
    )
  return (
    <Modal
      title={text('make')}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={text('make')}
      okButtonProps={{ loading: make.isPending }}
      destroyOnHidden
    >
      <Form
        name="key"
        form={form}
        layout="vertical"
        initialValues={{
          region: regions.find(({ code }) => code === who?.region.code)?.code,
          actions: ['read-data'],
          requestsPerMinute: 120,
          expiresOn: oneYearAhead(),
        }}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={text('name')}
          extra={text('nameHint')}
          rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="region"
          label={text('region')}
          rules={[{ required: true, message: text('regionNeeded') }]}
        >
          <Select options={regions.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item
          name="actions"
          label={text('actions')}
          rules={[{ required: true, message: text('actionsNeeded') }]}
        >
          <Select
            mode="multiple"
            options={keyActions.map((value) => ({ value, label: text(`may.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="indicators" label={text('indicators')} extra={text('indicatorsHint')}>
          <Select
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            maxTagCount={5}
            placeholder={text('all')}
            options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="expiresOn"
          label={text('expires')}
          rules={[{ required: true, pattern: /^\d{4}-\d{2}-\d{2}$/, message: text('dayNeeded') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="requestsPerMinute" label={text('rate')} rules={[{ required: true }]}>
          <InputNumber min={1} max={6000} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function oneYearAhead(): string {
  const day = new Date()
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return dayOf(day.toISOString())
}
