import type { ProjectView, ProjectWords } from '#contract/project.ts'
import { isPeriod } from '#core/period/period.ts'
import { isProjectCode, projectStages } from '#core/project/project.ts'
import { DeleteOutlined } from '@ant-design/icons'
import { Alert, App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { contentOf, fieldsOf, isAmount, type ProjectFields } from './project-form.ts'
import { useAddProject, useChangeProject } from './queries.ts'
import styles from './project.module.css'

type Fields = ProjectFields & { readonly why: string }

/** Puts a project into the registry, or changes what is known of one. */
export function ProjectDrawer({
  one,
  units,
  onClose,
  onSaved,
}: {
  one?: ProjectView
  units: ProjectWords['units']
  onClose: () => void
  onSaved?: (saved: ProjectView) => void
}) {
  const text = useTranslations('projects')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const add = useAddProject()
  const change = useChangeProject()
  const { isPending, error } = one ? change : add
  const submit = ({ why, ...fields }: Fields) => {
    const content = contentOf(fields, one)
    const done = {
      onSuccess: (saved: ProjectView) => {
        void message.success(text('saved'))
        onClose()
        onSaved?.(saved)
      },
    }
    if (!one) return add.mutate({ content, why: why.trim() }, done)
    change.mutate({ id: one.id, revision: one.revision, content, why: why.trim() }, done)
  }
  return (
    <SideDrawer
      title={one ? text('editTitle', { name: one.content.name }) : text('add')}
      open
      onClose={onClose}
      footer={
        <Button type="primary" loading={isPending} onClick={form.submit}>
          {text('save')}
        </Button>
      }
    >
      <Form
        name="project"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={fieldsOf(one)}
        onFinish={submit}
      >
        <ContentFields units={units} />
        <YearPlanFields />
        <Form.Item
          name="why"
          label={text('why')}
          rules={[{ required: true, whitespace: true, message: text('whyNeeded') }]}
        >
          <Input.TextArea rows={2} maxLength={500} placeholder={text('whyHint')} />
        </Form.Item>
        {error && (
          <Alert
            type="error"
            showIcon
            className={styles.problem ?? ''}
            title={problems(error).message}
          />
        )}
      </Form>
    </SideDrawer>
  )
}

/** A rule for a text that may be empty where nothing says it is needed. */
function rule(isRight: (text: string) => boolean, problem: string, isNeeded = false) {
  return {
    validator: (_: unknown, value: string | undefined) =>
      (value ? isRight(value.trim()) : !isNeeded)
        ? Promise.resolve()
        : Promise.reject(new Error(problem)),
  }
}

function ContentFields({ units }: { units: ProjectWords['units'] }) {
  const text = useTranslations('projects')
  const search = { showSearch: { optionFilterProp: 'label' }, allowClear: true } as const
  const options = units.map(({ id, name }) => ({ value: id as string, label: name }))
  const places = units
    .filter(({ isPlace }) => isPlace)
    .map(({ id, name }) => ({ value: id as string, label: name }))
  return (
    <>
      <Form.Item
        name="name"
        label={text('name')}
        rules={[{ required: true, whitespace: true, message: text('nameNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item
          name="code"
          label={text('code')}
          rules={[rule(isProjectCode, text('codeWrong'))]}
        >
          <Input maxLength={40} placeholder="2509-320193-89-01-544060" />
        </Form.Item>
        <Form.Item name="stage" label={text('stage')}>
          <Select
            options={projectStages.map((value) => ({ value, label: text(`stages.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="unit" label={text('unit')}>
          <Select {...search} options={options} />
        </Form.Item>
        <Form.Item name="place" label={text('place')}>
          <Select {...search} options={places} />
        </Form.Item>
        <Form.Item
          name="total"
          label={text('total')}
          rules={[rule(isAmount, text('amountWrong'), true)]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="land" label={text('land')} rules={[rule(isAmount, text('amountWrong'))]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="from" label={text('from')} rules={[rule(isPeriod, text('monthWrong'))]}>
          <Input placeholder="2026-03" />
        </Form.Item>
        <Form.Item name="to" label={text('to')} rules={[rule(isPeriod, text('monthWrong'))]}>
          <Input placeholder="2028-12" />
        </Form.Item>
      </div>
      <Form.Item name="content" label={text('content')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function YearPlanFields() {
  const text = useTranslations('projects')
  return (
    <Form.List name="yearPlans">
      {(lines, { add, remove }) => (
        <section aria-label={text('yearPlans')}>
          <p className={styles.legend}>{text('yearPlans')}</p>
          <div className={styles.lines}>
            {lines.map(({ key, name }) => (
              <div key={key} className={styles.line}>
                <Form.Item
                  name={[name, 'year']}
                  rules={[{ required: true, message: text('yearNeeded') }]}
                >
                  <InputNumber
                    min={1990}
                    max={2100}
                    placeholder={text('year')}
                    aria-label={text('year')}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'amount']}
                  rules={[rule(isAmount, text('amountWrong'), true)]}
                >
                  <Input
                    inputMode="decimal"
                    placeholder={text('amount')}
                    aria-label={text('amount')}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={text('removeLine')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <div>
              <Button size="small" onClick={() => add({})}>
                {text('addYear')}
              </Button>
            </div>
          </div>
        </section>
      )}
    </Form.List>
  )
}
