import type { Report } from '#contract/report.ts'
import type { CellKey } from '#core/report/form.ts'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useReopen, useReturn } from './queries.ts'
import styles from './report.module.css'

interface Said {
  readonly remarks: readonly { readonly cell?: CellKey; readonly text: string }[]
}

/** Gives a report back with reasons, each for a cell or for the whole of it. */
export function ReturnDialog({
  report,
  names,
  onClose,
}: {
  report: Report
  names: ReadonlyMap<string, string>
  onClose: () => void
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const [form] = Form.useForm<Said>()
  const giveBack = useReturn()
  const options = [...names].map(([value, label]) => ({ value, label }))
  const finish = ({ remarks }: Said) =>
    giveBack.mutate(
      {
        id: report.line.id,
        revision: report.revision,
        remarks: remarks.map(({ cell, text: words }) => ({ text: words, ...(cell && { cell }) })),
      },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      title={text('return')}
      okText={text('return')}
      confirmLoading={giveBack.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {giveBack.error && (
        <Alert type="error" showIcon title={problemText(giveBack.error).message} />
      )}
      <Form<Said> form={form} layout="vertical" initialValues={{ remarks: [{}] }} onFinish={finish}>
        <Form.List name="remarks">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.panel}>
                  <Form.Item name={[name, 'cell']} label={text('whichCell')}>
                    <Select
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
                      placeholder={text('wholeReport')}
                      options={options}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'text']}
                    label={text('why')}
                    rules={[{ required: true, whitespace: true }]}
                  >
                    <Input maxLength={200} />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Button size="small" onClick={() => remove(name)}>
                      {text('remove')}
                    </Button>
                  )}
                </div>
              ))}
              <Button onClick={() => add({})}>{text('addRemark')}</Button>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  )
}

/** Lets an accepted report be corrected; asks why. */
export function ReopenDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const [form] = Form.useForm<{ why: string }>()
  const reopen = useReopen()
  return (
    <Modal
      open
      title={text('reopen')}
      okText={text('reopen')}
      confirmLoading={reopen.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      {reopen.error && <Alert type="error" showIcon title={problemText(reopen.error).message} />}
      <p>{text('reopenNote')}</p>
      <Form<{ why: string }>
        form={form}
        layout="vertical"
        onFinish={({ why }) =>
          reopen.mutate(
            { id: report.line.id, revision: report.revision, why },
            { onSuccess: onClose },
          )
        }
      >
        <Form.Item name="why" label={text('why')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
