import type { Organisation } from '#contract/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import type { OrganisationKind } from '#core/organisation/organisation.ts'
import { Alert, App, Form, Input, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { DayField, KindField, NameField, UnitField, WhyField } from './organisation-fields.tsx'
import { useAddOrganisation } from './queries.ts'
import styles from './organisations-page.module.css'

interface Fields {
  readonly code: string
  readonly as: OrganisationKind
  readonly name: string
  readonly unit?: OrganisationId
  readonly day: string
  readonly why: string
}

/** Makes a unit; its code is for ever. */
export function AddOrganisation({
  open,
  units,
  day,
  onClose,
  onAdded,
}: {
  open: boolean
  units: readonly Organisation[]
  day: string
  onClose: () => void
  onAdded: (id: OrganisationId) => void
}) {
  const text = useTranslations('organisations')
  const words = useTranslations('organisationChange')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const add = useAddOrganisation()
  const submit = ({ code, as, name, unit, day: from, why }: Fields) =>
    add.mutate(
      { code, kind: as, name, from, why, ...(unit !== undefined && { parent: unit }) },
      {
        onSuccess: ({ id }) => {
          onClose()
          onAdded(id)
          void message.success(words('done'))
        },
      },
    )
  return (
    <Modal
      title={text('add')}
      open={open}
      onCancel={onClose}
      onOk={form.submit}
      okText={text('add')}
      cancelText={words('cancel')}
      okButtonProps={{ loading: add.isPending }}
      afterClose={add.reset}
      destroyOnHidden
    >
      <Form
        name="organisation"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day }}
        onFinish={submit}
      >
        <NameField label={text('name')} />
        <div className={styles.columns}>
          <KindField />
          <Form.Item
            name="code"
            label={text('code')}
            extra={words('codeHint')}
            rules={[{ required: true, pattern: codePattern, message: words('codeNeeded') }]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
          </Form.Item>
          <UnitField label={text('above')} units={units} />
          <DayField label={text('from')} />
        </div>
        <WhyField />
        {add.error && (
          <Alert
            type="error"
            showIcon
            title={problems(add.error).message}
            className={styles.problem ?? ''}
          />
        )}
      </Form>
    </Modal>
  )
}

const codePattern = /^[a-z][a-z0-9-]{1,39}$/
