import type { Warning } from '#contract/warning.ts'
import type { OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { organisations } from '../organisation/queries.ts'
import { useToMatter } from './queries.ts'

/** Makes a warning somebody's duty: one lead, a day. */
export function MatterDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const text = useTranslations('warning')
  const [form] = Form.useForm<{ lead: OrganisationId; due: string; why?: string }>()
  const units = useQuery(organisations())
  const hand = useToMatter()
  return (
    <Modal
      open
      title={text('toMatter')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={hand.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p>{text('toMatterNote')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ why: warning.nextStep }}
        onFinish={({ lead, due, why }) =>
          hand.mutate({ id: warning.id, lead, due, ...(why && { why }) }, { onSuccess: onClose })
        }
      >
        <Form.Item name="lead" label={text('lead')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={units.isPending}
            options={(units.data?.organisations ?? [])
              .filter(({ kind }) => kind !== 'enterprise')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="due" label={text('due')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="why" label={text('reason')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
