import type { MatterDetail } from '#contract/matter.ts'
import type { Input as Sent } from '#contract/route.ts'
import type { actOnMatter } from '#contract/matter.ts'
import type { MatterId, OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { organisations } from '../organisation/queries.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useAct } from './queries.ts'

type Action = MatterDetail['actions'][number]
type ActionInput = NonNullable<Action['needs']>[number]

interface Said {
  readonly words?: string
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: string
  readonly rhythm?: NonNullable<Sent<typeof actOnMatter>['rhythm']>
  readonly progress?: number
  readonly quality?: 'good' | 'poor'
  readonly step?: string
  readonly into?: string
  readonly evidence?: string
  readonly parts?: readonly { title: string; lead: OrganisationId; due?: string }[]
}

/** Does one action of the workflow; asks for what the action wants said, no more. */
export function ActDialog({
  matter,
  action,
  onClose,
}: {
  matter: MatterDetail
  action: Action
  onClose: () => void
}) {
  const text = useTranslations('matters.act')
  const problemText = useProblemText()
  const [form] = Form.useForm<Said>()
  const act = useAct()
  const needs = new Set(action.needs)
  const asked = new Set<ActionInput>([...(action.needs ?? []), ...(action.takes ?? []), 'words'])
  return (
    <Modal
      open
      title={action.name}
      okText={text('ok')}
      cancelText={text('cancel')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {act.error && (
        <Alert
          type="error"
          showIcon
          title={problemText(act.error).message}
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<Said>
        form={form}
        layout="vertical"
        initialValues={{ lead: matter.lead?.id, due: matter.due, progress: matter.progress }}
        onFinish={(said) =>
          act.mutate(
            {
              id: matter.id,
              revision: matter.revision,
              action: action.code,
              ...sentOf(said, asked),
            },
            { onSuccess: onClose },
          )
        }
      >
        <Units asked={asked} needs={needs} />
        <Times asked={asked} needs={needs} />
        {asked.has('progress') && (
          <Form.Item
            name="progress"
            label={text('progress')}
            rules={[{ required: needs.has('progress') }]}
          >
            <InputNumber min={0} max={100} />
          </Form.Item>
        )}
        {asked.has('quality') && (
          <Form.Item
            name="quality"
            label={text('quality')}
            rules={[{ required: needs.has('quality') }]}
          >
            <Radio.Group
              options={[
                { value: 'good', label: text('good') },
                { value: 'poor', label: text('poor') },
              ]}
            />
          </Form.Item>
        )}
        {asked.has('step') && (
          <Form.Item name="step" label={text('step')} rules={[{ required: needs.has('step') }]}>
            <Select
              options={matter.steps
                .filter(({ doneOn }) => doneOn === undefined)
                .map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
        )}
        {asked.has('into') && (
          <Form.Item name="into" label={text('into')} rules={[{ required: needs.has('into') }]}>
            <Input />
          </Form.Item>
        )}
        {asked.has('parts') && <Parts />}
        <Form.Item
          name="words"
          label={text('words')}
          rules={[{ required: needs.has('words'), whitespace: true }]}
        >
          <Input.TextArea rows={4} maxLength={5000} />
        </Form.Item>
        {asked.has('evidence') && (
          <Form.Item name="evidence" label={text('evidence')} extra={text('evidenceHint')}>
            <Input maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

interface Wanted {
  readonly asked: ReadonlySet<ActionInput>
  readonly needs: ReadonlySet<ActionInput>
}

function useUnits() {
  const units = useQuery(organisations())
  return (units.data?.organisations ?? [])
    .filter(({ kind }) => kind !== 'enterprise')
    .map(({ id, name }) => ({ value: id, label: name }))
}

function Units({ asked, needs }: Wanted) {
  const text = useTranslations('matters.act')
  const options = useUnits()
  if (!asked.has('lead')) return null
  return (
    <>
      <Form.Item name="lead" label={text('lead')} rules={[{ required: needs.has('lead') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <Form.Item name="responsible" label={text('responsible')}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
    </>
  )
}

const rhythms = ['month', 'quarter', 'half-year', 'year'] as const

function Times({ asked }: Wanted) {
  const text = useTranslations('matters.act')
  if (!asked.has('due')) return null
  return (
    <>
      <Form.Item name="due" label={text('due')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="rhythm" label={text('rhythm')}>
        <Select
          allowClear
          options={rhythms.map((rhythm) => ({ value: rhythm, label: text(`rhythms.${rhythm}`) }))}
        />
      </Form.Item>
    </>
  )
}

function Parts() {
  const text = useTranslations('matters.act')
  const options = useUnits()
  return (
    <Form.List name="parts" initialValue={[{}, {}]}>
      {(fields, { add }) => (
        <>
          <p>{text('parts')}</p>
          {fields.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'title']} label={text('part')} rules={[{ required: true }]}>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'lead']} label={text('lead')} rules={[{ required: true }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
              </Form.Item>
              <Form.Item name={[name, 'due']} label={text('due')}>
                <Input type="date" />
              </Form.Item>
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {text('addPart')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

/** What was said, without what was not asked for. */
function sentOf(
  { words, lead, responsible, due, rhythm, progress, quality, step, into, parts, evidence }: Said,
  asked: ReadonlySet<ActionInput>,
): Omit<Sent<typeof actOnMatter>, 'id' | 'revision' | 'action'> {
  return {
    ...(words && { words }),
    ...(asked.has('lead') && lead && { lead }),
    ...(asked.has('lead') && responsible && { responsible: [...responsible] }),
    ...(asked.has('due') && due && { due }),
    ...(asked.has('due') && rhythm && { rhythm }),
    ...(progress !== undefined && asked.has('progress') && { progress }),
    ...(quality && { quality }),
    ...(step && { step }),
    ...(into && { into: into as MatterId }),
    ...(parts && {
      parts: parts.map(({ title, lead: own, due: day }) => ({
        title,
        lead: own,
        responsible: [],
        ...(day && { due: day }),
      })),
    }),
    ...(evidence && {
      evidence: [{ kind: /^https?:\/\//.test(evidence) ? 'link' : 'words', text: evidence }],
    }),
  }
}
