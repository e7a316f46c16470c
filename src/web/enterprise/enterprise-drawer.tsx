import type { Enterprise, EnterpriseWords } from '#contract/enterprise.ts'
import { firstTwoMonths, isPeriod, type Period } from '#core/period/period.ts'
import { Alert, App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { ContentFieldset } from './content-fieldset.tsx'
import { type ContentFields, contentOf, fieldsOf } from './content-form.ts'
import { useAddEnterprise, useChangeEnterprise } from './queries.ts'
import styles from './enterprise.module.css'

type Fields = ContentFields & { readonly from: Period; readonly why: string }

/** Puts an enterprise into the registry, or changes what is known of one. */
export function EnterpriseDrawer({
  one,
  words,
  onClose,
  onSaved,
}: {
  one?: Enterprise
  words: EnterpriseWords
  onClose: () => void
  onSaved?: (saved: Enterprise) => void
}) {
  const text = useTranslations('enterprises')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [year] = useState(() => new Date().getFullYear())
  const add = useAddEnterprise()
  const change = useChangeEnterprise()
  const { isPending, error } = one ? change : add
  const submit = ({ from, why, ...fields }: Fields) => {
    const content = contentOf(fields, (place) => words.places.find(({ id }) => id === place)?.kind)
    const done = {
      onSuccess: (saved: Enterprise) => {
        void message.success(text('saved'))
        onClose()
        onSaved?.(saved)
      },
    }
    if (!one) return add.mutate({ content, why: why.trim() }, done)
    change.mutate({ id: one.id, revision: one.revision, content, from, why: why.trim() }, done)
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
        name="enterprise"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...fieldsOf(one), from: firstTwoMonths(year) }}
        onFinish={submit}
      >
        <ContentFieldset words={words} />
        {one && (
          <Form.Item
            name="from"
            label={text('countsFrom')}
            extra={text('countsFromHint')}
            rules={[
              {
                validator: (_, value: string) =>
                  isPeriod(value) ? Promise.resolve() : Promise.reject(new Error(text('noPeriod'))),
              },
            ]}
          >
            <Input placeholder="2026-M1-2" />
          </Form.Item>
        )}
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
            title={problems(error).message}
            className={styles.problem ?? ''}
          />
        )}
      </Form>
    </SideDrawer>
  )
}
