import type { Enterprise, EnterpriseRow, EnterpriseStep } from '#contract/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { enterprise, enterprises, useStepEnterprise } from './queries.ts'
import styles from './enterprise.module.css'

export type StepKind = EnterpriseStep['kind']

interface Fields {
  readonly day?: string
  readonly into?: EnterpriseId
  /** One name a line, its code after a space where it is known. */
  readonly parts?: string
  readonly why: string
}

/** Asks what closing, merging, splitting or taking back needs, and why; the reason goes into the log. */
export function StepDialog({
  kind,
  one,
  onClose,
}: {
  kind: StepKind
  one: Enterprise
  onClose: () => void
}) {
  const text = useTranslations('enterprises')
  const problems = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const change = useStepEnterprise()
  const submit = async (fields: Fields) => {
    const into = fields.into && (await client.ensureQueryData(enterprise(fields.into)))
    const step = stepOf(kind, fields, into || undefined)
    if (!step) return
    change.mutate(
      { id: one.id, revision: one.revision, step, why: fields.why.trim() },
      {
        onSuccess: () => {
          onClose()
          void message.success(text('saved'))
        },
      },
    )
  }
  return (
    <Modal
      title={text('stepTitle', { step: text(`steps.${kind}`), name: one.content.name })}
      open
      onCancel={onClose}
      onOk={form.submit}
      okText={text(`steps.${kind}`)}
      cancelText={text('cancel')}
      okButtonProps={{ loading: change.isPending, danger: kind === 'merge' || kind === 'close' }}
      destroyOnHidden
    >
      <p className={styles.note}>{text(`stepNotes.${kind}`)}</p>
      <Form
        name="enterprise-step"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void submit(fields)}
      >
        {kind === 'merge' && <IntoField own={one.id} />}
        {kind === 'split' && (
          <Form.Item
            name="parts"
            label={text('parts')}
            extra={text('partsHint')}
            rules={[{ required: true, whitespace: true, message: text('partsNeeded') }]}
          >
            <Input.TextArea rows={3} />
          </Form.Item>
        )}
        {kind !== 'restore' && (
          <Form.Item
            name="day"
            label={text(kind === 'split' ? 'splitDay' : 'lastDay')}
            rules={[{ required: true, message: text('dayNeeded') }]}
          >
            <Input type="date" />
          </Form.Item>
        )}
        <Form.Item
          name="why"
          label={text('why')}
          rules={[{ required: true, whitespace: true, message: text('whyNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} placeholder={text('whyHint')} />
        </Form.Item>
        {change.error && (
          <Alert
            type="error"
            showIcon
            title={problems(change.error).message}
            className={styles.problem ?? ''}
          />
        )}
      </Form>
    </Modal>
  )
}

function IntoField({ own }: { own: EnterpriseId }) {
  const text = useTranslations('enterprises')
  const { data = [] } = useQuery(enterprises())
  return (
    <Form.Item
      name="into"
      label={text('into')}
      rules={[{ required: true, message: text('intoNeeded') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text('choose')}
        options={data
          .filter(({ id, state }) => id !== own && state === 'active')
          .map((row) => ({ value: row.id, label: labelOf(row) }))}
      />
    </Form.Item>
  )
}

function labelOf({ name, uscc }: EnterpriseRow): string {
  return [name, uscc].filter(Boolean).join(' ')
}

function stepOf(
  kind: StepKind,
  { day = '', parts = '' }: Fields,
  into: Enterprise | undefined,
): EnterpriseStep | undefined {
  switch (kind) {
    case 'restore':
      return { kind }
    case 'close':
      return { kind, day }
    case 'merge':
      return into && { kind, day, into: into.id, intoRevision: into.revision }
    case 'split':
      return { kind, day, parts: partsIn(parts) }
  }
}

/** The enterprises named line by line; what follows a name after a space is its code. */
function partsIn(text: string): { name: string; uscc?: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .flatMap(([name, uscc]) => (name ? [{ name, ...(uscc !== undefined && { uscc }) }] : []))
}
