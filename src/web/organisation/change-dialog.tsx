import type { Organisation, OrganisationChange } from '#contract/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import type { OrganisationKind } from '#core/organisation/organisation.ts'
import { Alert, App, Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { DayField, KindField, NameField, UnitField, WhyField } from './organisation-fields.tsx'
import { useChangeOrganisation } from './queries.ts'
import styles from './organisations-page.module.css'

export type ChangeKind = OrganisationChange['kind']

interface Fields {
  readonly name: string
  readonly day: string
  readonly unit?: OrganisationId
  readonly as: OrganisationKind
  readonly aliases: string
  readonly why: string
}

/** Asks what a change needs, and why; the reason goes into the log. */
export function ChangeDialog({
  kind,
  unit,
  units,
  day,
  onClose,
}: {
  kind: ChangeKind
  unit: Organisation
  units: readonly Organisation[]
  day: string
  onClose: () => void
}) {
  const text = useTranslations('organisationChange')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const change = useChangeOrganisation()
  const submit = (fields: Fields) =>
    change.mutate(
      {
        id: unit.id,
        revision: unit.revision,
        change: changeOf(kind, fields),
        why: fields.why.trim(),
      },
      {
        onSuccess: () => {
          onClose()
          void message.success(text('done'))
        },
      },
    )
  return (
    <Modal
      title={`${text(kind)}：${unit.name}`}
      open
      onCancel={onClose}
      onOk={form.submit}
      okText={text(kind)}
      cancelText={text('cancel')}
      okButtonProps={{ loading: change.isPending, danger: kind === 'abolish' || kind === 'merge' }}
      destroyOnHidden
    >
      <p className={styles.note}>{text(`${kind}Note`)}</p>
      <Form
        name="organisation-change"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: unit.name,
          day,
          unit: kind === 'move' ? unit.parent : undefined,
          as: unit.kind,
          aliases: unit.aliases.join('\n'),
        }}
        onFinish={submit}
      >
        <ChangeFields kind={kind} units={units.filter(({ id }) => id !== unit.id)} />
        <WhyField />
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

function ChangeFields({ kind, units }: { kind: ChangeKind; units: readonly Organisation[] }) {
  const text = useTranslations('organisationChange')
  switch (kind) {
    case 'rename':
      return (
        <>
          <NameField label={text('newName')} />
          <DayField label={text('first')} />
        </>
      )
    case 'move':
      return (
        <>
          <UnitField label={text('above')} units={units} />
          <DayField label={text('first')} />
        </>
      )
    case 'describe':
      return (
        <>
          <KindField />
          <Form.Item name="aliases" label={text('aliases')} extra={text('aliasesHint')}>
            <Input.TextArea rows={4} />
          </Form.Item>
        </>
      )
    case 'abolish':
      return <DayField label={text('last')} />
    case 'merge':
      return (
        <>
          <UnitField
            label={text('into')}
            units={units.filter(({ to }) => to === undefined)}
            isRequired
          />
          <DayField label={text('first')} />
        </>
      )
    case 'restore':
      return null
  }
}

function changeOf(kind: ChangeKind, { name, day, unit, as, aliases }: Fields): OrganisationChange {
  switch (kind) {
    case 'rename':
      return { kind, name: name.trim(), from: day }
    case 'move':
      return { kind, from: day, ...(unit !== undefined && { parent: unit }) }
    case 'describe':
      return { kind, as, aliases: namesIn(aliases) }
    case 'abolish':
      return { kind, to: day }
    case 'merge':
      if (unit === undefined) throw new Error('The form asks for the unit')
      return { kind, into: unit, from: day }
    case 'restore':
      return { kind }
  }
}

function namesIn(lines: string): readonly string[] {
  return [...new Set(lines.split(/[\n、，,；;]/).map((one) => one.trim()))].filter(Boolean)
}
