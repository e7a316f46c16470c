import type { MatterDetail } from '#contract/matter.ts'
import type { actOnMatter } from '#contract/matter-act.ts'
import type { Input as Sent } from '#contract/route.ts'
import type { MatterId, OrganisationId } from '#core/id.ts'
import { Button, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { UnitSelect, UnitsSelect } from '../organisation/unit-select.tsx'
import { MatterPicker } from './matter-picker.tsx'

export type Action = MatterDetail['actions'][number]
type ActionInput = NonNullable<Action['needs']>[number]

interface Part {
  readonly title: string
  readonly lead: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: string
}

interface Said {
  readonly words?: string
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: string
  readonly rhythm?: NonNullable<Sent<typeof actOnMatter>['rhythm']>
  readonly progress?: number
  readonly quality?: 'good' | 'poor'
  readonly step?: string
  readonly into?: readonly MatterId[]
  readonly evidence?: string
  readonly parts?: readonly Part[]
}

/** What goes with an action, as it is sent. */
export type ActSaid = Omit<Sent<typeof actOnMatter>, 'id' | 'revision'>

/** Asks for what an action of the workflow wants said, no more. */
export function ActForm({
  action,
  matter,
  form,
  onSaid,
}: {
  action: Action
  /** The one matter it is done on; without it on several. */
  matter?: MatterDetail
  form: FormInstance
  onSaid: (said: ActSaid) => void
}) {
  const text = useTranslations('matters.act')
  const needs = new Set(action.needs)
  const asked = new Set<ActionInput>([...(action.needs ?? []), ...(action.takes ?? []), 'words'])
  return (
    <Form<Said>
      name="act"
      form={form}
      layout="vertical"
      {...(matter && {
        initialValues: {
          lead: matter.lead?.id,
          responsible: matter.responsible.map(({ id }) => id),
          due: matter.due,
          progress: matter.progress,
        },
      })}
      onFinish={(said) => onSaid({ action: action.code, ...sentOf(said, asked) })}
    >
      <Units asked={asked} needs={needs} />
      <Times asked={asked} needs={needs} />
      {asked.has('progress') && (
        <Form.Item
          name="progress"
          label={text('progress')}
          rules={[{ required: needs.has('progress'), message: text('progressNeeded') }]}
        >
          <InputNumber min={0} max={100} />
        </Form.Item>
      )}
      {asked.has('quality') && (
        <Form.Item
          name="quality"
          label={text('quality')}
          rules={[{ required: needs.has('quality'), message: text('qualityNeeded') }]}
        >
          <Radio.Group
            options={[
              { value: 'good', label: text('good') },
              { value: 'poor', label: text('poor') },
            ]}
          />
        </Form.Item>
      )}
      {asked.has('step') && matter && (
        <Form.Item
          name="step"
          label={text('step')}
          rules={[{ required: needs.has('step'), message: text('stepNeeded') }]}
        >
          <Select
            options={matter.steps
              .filter(({ doneOn }) => doneOn === undefined)
              .map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
      )}
      {asked.has('into') && (
        <Form.Item
          name="into"
          label={text('into')}
          rules={[{ required: needs.has('into'), message: text('intoNeeded') }]}
        >
          <MatterPicker most={1} {...(matter && { except: matter.id })} />
        </Form.Item>
      )}
      {asked.has('parts') && <Parts matter={matter} />}
      <Form.Item
        name="words"
        label={text('words')}
        rules={[{ required: needs.has('words'), whitespace: true, message: text('wordsNeeded') }]}
      >
        <Input.TextArea rows={4} maxLength={5000} />
      </Form.Item>
      {asked.has('evidence') && (
        <Form.Item name="evidence" label={text('evidence')} extra={text('evidenceHint')}>
          <Input maxLength={2000} />
        </Form.Item>
      )}
    </Form>
  )
}

interface Wanted {
  readonly asked: ReadonlySet<ActionInput>
  readonly needs: ReadonlySet<ActionInput>
}

function Units({ asked, needs }: Wanted) {
  const text = useTranslations('matters.act')
  if (!asked.has('lead')) return null
  return (
    <>
      <Form.Item
        name="lead"
        label={text('lead')}
        rules={[{ required: needs.has('lead'), message: text('leadNeeded') }]}
      >
        <UnitSelect />
      </Form.Item>
      <Form.Item name="responsible" label={text('responsible')}>
        <UnitsSelect />
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

function Parts({ matter }: { matter: MatterDetail | undefined }) {
  const text = useTranslations('matters.act')
  const due = matter?.due
  const first = { ...(due !== undefined && { due }) }
  return (
    <Form.List name="parts" initialValue={[first, first]}>
      {(fields, { add, remove }) => (
        <>
          <p>{text('parts')}</p>
          {fields.map(({ key, name }, index) => (
            <fieldset key={key} style={{ marginBottom: 12, border: '1px solid var(--line)' }}>
              <legend>{text('partNumber', { number: index + 1 })}</legend>
              <Form.Item
                name={[name, 'title']}
                label={text('part')}
                rules={[{ required: true, whitespace: true, message: text('partNeeded') }]}
              >
                <Input maxLength={2000} />
              </Form.Item>
              <Form.Item
                name={[name, 'lead']}
                label={text('lead')}
                rules={[{ required: true, message: text('leadNeeded') }]}
              >
                <UnitSelect />
              </Form.Item>
              <Form.Item name={[name, 'responsible']} label={text('responsible')}>
                <UnitsSelect />
              </Form.Item>
              <Form.Item name={[name, 'due']} label={text('due')}>
                <Input type="date" />
              </Form.Item>
              {fields.length > 2 && (
                <Button size="small" onClick={() => remove(name)}>
                  {text('removePart')}
                </Button>
              )}
            </fieldset>
          ))}
          <Button size="small" onClick={() => add(first)}>
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
): Omit<ActSaid, 'action'> {
  const [target] = into ?? []
  return {
    ...(words && { words }),
    ...(asked.has('lead') && lead && { lead }),
    ...(asked.has('lead') && responsible && { responsible: [...responsible] }),
    ...(asked.has('due') && due && { due }),
    ...(asked.has('due') && rhythm && { rhythm }),
    ...(progress !== undefined && asked.has('progress') && { progress }),
    ...(quality && { quality }),
    ...(step && { step }),
    ...(target && { into: target }),
    ...(parts && {
      parts: parts.map(({ title, lead: own, responsible: others = [], due: day }) => ({
        title,
        lead: own,
        responsible: [...others],
        ...(day && { due: day }),
      })),
    }),
    ...(evidence && {
      evidence: [{ kind: /^https?:\/\//.test(evidence) ? 'link' : 'words', text: evidence }],
    }),
  }
}
