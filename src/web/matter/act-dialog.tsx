import type { MatterDetail } from '#contract/matter.ts'
import { Alert, Form, Modal } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { type Action, ActForm } from './act-form.tsx'
import { useAct } from './queries.ts'

/** Does one action of the workflow on one matter. */
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
  const [form] = Form.useForm()
  const act = useAct()
  return (
    <Modal
      open
      title={action.name}
      okText={text('ok')}
      cancelText={text('cancel')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      {act.error && (
        <Alert
          type="error"
          showIcon
          title={problemText(act.error).message}
          style={{ marginBottom: 12 }}
        />
      )}
      <ActForm
        action={action}
        matter={matter}
        form={form}
        onSaid={(said) =>
          act.mutate({ id: matter.id, revision: matter.revision, ...said }, { onSuccess: onClose })
        }
      />
    </Modal>
  )
}
