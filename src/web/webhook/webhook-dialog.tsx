import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { matterRules } from '../matter/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useAddWebhook } from './queries.ts'

interface Typed {
  readonly url: string
  readonly events?: string[]
}

const clockEvents = ['raised', 'lamp', 'slip', 'reminded', 'evidence', 'digest'] as const

/** Adds an address, and shows the key that signs what is sent there the one time it can be seen. */
export function WebhookDialog({ onClose }: { onClose: () => void }) {
  const text = useTranslations('webhooks')
  const [secret, setSecret] = useState<string>()
  return secret === undefined ? (
    <AddressForm onClose={onClose} onAdded={setSecret} />
  ) : (
    <Modal
      open
      title={text('secretTitle')}
      onCancel={onClose}
      onOk={onClose}
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

function AddressForm({
  onClose,
  onAdded,
}: {
  onClose: () => void
  onAdded: (secret: string) => void
}) {
  const text = useTranslations('webhooks')
  const problemText = useProblemText()
  const add = useAddWebhook()
  const [form] = Form.useForm<Typed>()
  const { data: rules } = useQuery(matterRules())
  const actions = new Map(
    (rules?.workflows ?? []).flatMap(({ actions: own }) =>
      own.map(({ code, name }) => [code, name] as const),
    ),
  )
  return (
    <Modal
      open
      title={text('add')}
      okText={text('add')}
      cancelText={text('cancel')}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {add.error && <Alert type="error" showIcon title={problemText(add.error).message} />}
      <Form<Typed>
        name="webhook"
        form={form}
        layout="vertical"
        onFinish={({ url, events = [] }) =>
          add.mutate({ url, events }, { onSuccess: (added) => onAdded(added.secret) })
        }
      >
        <Form.Item
          name="url"
          label={text('url')}
          extra={text('urlHint')}
          rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: text('urlNeeded') }]}
        >
          <Input maxLength={500} placeholder="https://" />
        </Form.Item>
        <Form.Item name="events" label={text('events')} extra={text('eventsHint')}>
          <Select
            mode="multiple"
            allowClear
            placeholder={text('allEvents')}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...clockEvents.map((value) => ({ value, label: text(`event.${value}`) })),
              ...[...actions].map(([value, label]) => ({ value, label })),
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
