import { type Account, grantRole } from '#contract/identity.ts'
import type { Input as RouteInput, Reply } from '#contract/route.ts'
import type { whoAmI } from '#contract/session.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { OrganisationField } from './organisation-field.tsx'
import { roles, useGrantRole } from '../queries.ts'
import { excludingRole } from '../refusal.ts'
import styles from './users-page.module.css'

type Fields = Omit<RouteInput<typeof grantRole>, 'id'>

const day = /^\d{4}-\d{2}-\d{2}$/

/** Gives a role in one of the viewer's regions; which roles may meet in one person the server decides. */
export function GrantForm({ account, who }: { account: Account; who: Reply<typeof whoAmI> }) {
  const text = useTranslations('grants')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const known = useQuery(roles()).data ?? []
  const grant = useGrantRole()
  const role = Form.useWatch('role', form)
  const region = Form.useWatch('region', form)
  const other = excludingRole(grant.error)
  const problem =
    grant.error &&
    (other === undefined
      ? problems(grant.error).message
      : text('exclude', { role: known.find(({ code }) => code === other)?.name ?? other }))
  return (
    <section className={styles.part}>
      <h3>{text('add')}</h3>
      <Form
        name="grant"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ region: who.region.code }}
        onFinish={({ role, region, organisation, to }) =>
          grant.mutate(
            {
              id: account.id,
              role,
              region,
              ...(organisation && { organisation }),
              ...(to && { to }),
            },
            {
              onSuccess: () => {
                form.resetFields()
                void message.success(text('granted'))
              },
            },
          )
        }
      >
        <div className={styles.columns}>
          <Form.Item
            name="role"
            label={text('role')}
            rules={[{ required: true, message: text('roleNeeded') }]}
          >
            <Select
              virtual={false}
              options={known.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="region"
            label={text('region')}
            extra={text('regionNote')}
            rules={[{ required: true, message: text('regionNeeded') }]}
          >
            <Select
              options={who.regions.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={() => form.resetFields(['organisation'])}
            />
          </Form.Item>
          <OrganisationField
            region={region ?? who.region.code}
            reach={known.find(({ code }) => code === role)?.reach ?? 'either'}
          />
          <Form.Item
            name="to"
            label={text('to')}
            extra={text('dayHint')}
            rules={[{ pattern: day, message: text('dayInvalid') }]}
          >
            <Input maxLength={10} autoComplete="off" />
          </Form.Item>
        </div>
        {problem && (
          <Alert type="error" showIcon title={problem} className={styles.problem ?? ''} />
        )}
        <Button type="primary" htmlType="submit" loading={grant.isPending}>
          {text('add')}
        </Button>
      </Form>
    </section>
  )
}
