import type { Input as Sent, Reply } from '#contract/route.ts'
import type { tryWarningRule } from '#contract/warning.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Space } from 'antd'
import { useTranslations } from 'use-intl'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { standings } from '../watching/queries.ts'
import { monthsOnly, usePeriodName } from '../watching/use-period-name.ts'
import styles from '../watching/watching.module.css'
import { useSetRule, useTryRule } from './queries.ts'
import type { RuleVersion } from './rules-page.tsx'

interface Typed {
  readonly red?: string
  readonly orange?: string
  readonly yellow?: string
  readonly nextStep: string
  readonly why?: string
}

/** Changes a rule: its conditions are tried on past months before they hold. */
export function RuleDrawer({
  version,
  names,
  onClose,
}: {
  version: RuleVersion | undefined
  names: string
  onClose: () => void
}) {
  return (
    <SideDrawer title={version?.rule.name ?? ''} open={version !== undefined} onClose={onClose}>
      {version && <RuleForm version={version} names={names} onClose={onClose} />}
    </SideDrawer>
  )
}

function RuleForm({
  version,
  names,
  onClose,
}: {
  version: RuleVersion
  names: string
  onClose: () => void
}) {
  const text = useTranslations('warning')
  const [form] = Form.useForm<Typed>()
  const set = useSetRule()
  const attempt = useTryRule()
  const { data } = useQuery(standings({}))
  const periods = monthsOnly(data?.periods ?? []).slice(0, 6)
  const { rule } = version
  const save = (inForce: boolean) =>
    void form.validateFields().then((typed) =>
      set.mutate(
        {
          code: rule.code,
          version: version.version,
          rule: asTyped(rule, typed),
          inForce,
          why: typed.why ?? '',
        },
        { onSuccess: onClose },
      ),
    )
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={{ ...rule.conditions, nextStep: rule.nextStep }}
    >
      <p className={styles.scope}>
        {Object.entries(rule.indicators)
          .map(([short, code]) => `${short} = ${code}`)
          .join('，')}
      </p>
      <p className={styles.scope}>{names}</p>
      {(['red', 'orange', 'yellow'] as const).map((grade) => (
        <Form.Item key={grade} name={grade} label={text(`grade.${grade}`)}>
          <Input.TextArea autoSize maxLength={500} spellCheck={false} />
        </Form.Item>
      ))}
      <Form.Item name="nextStep" label={text('page.next')}>
        <Input.TextArea autoSize maxLength={300} />
      </Form.Item>
      <Form.Item name="why" label={text('page.why')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={500} />
      </Form.Item>
      <Space wrap>
        <Button
          loading={attempt.isPending}
          onClick={() => attempt.mutate({ rule: asTyped(rule, form.getFieldsValue()), periods })}
        >
          {text('page.try')}
        </Button>
        <Button type="primary" loading={set.isPending} onClick={() => save(true)}>
          {text('page.save')}
        </Button>
        {version.inForce && <Button onClick={() => save(false)}>{text('page.stop')}</Button>}
      </Space>
      {attempt.data && <Trial outcome={attempt.data} />}
    </Form>
  )
}

function asTyped(rule: RuleVersion['rule'], typed: Typed): Sent<typeof tryWarningRule>['rule'] {
  const conditions = Object.fromEntries(
    (['red', 'orange', 'yellow'] as const).flatMap((grade) => {
      const condition = typed[grade]?.trim()
      return condition ? [[grade, condition]] : []
    }),
  )
  return { ...rule, conditions, nextStep: typed.nextStep }
}

function Trial({ outcome }: { outcome: Reply<typeof tryWarningRule> }) {
  const text = useTranslations('warning')
  const nameOf = usePeriodName()
  const { problem, hits, looked } = outcome
  if (problem) return <Alert type="error" title={problem.text} style={{ marginTop: 12 }} />
  return (
    <section style={{ marginTop: 12 }}>
      <b>{text('page.tried', { looked, hits: hits.length })}</b>
      <ul>
        {hits.slice(0, 40).map(({ period, subject, subjectName, grade }) => (
          <li key={`${period} ${subject.code}`}>
            {text('page.hit', {
              period: nameOf(period),
              subject: subjectName,
              grade: text(`grade.${grade}`),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
