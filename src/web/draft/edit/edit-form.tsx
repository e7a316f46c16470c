import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftItem } from '#contract/draft.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import type { Span } from '#core/document/document.ts'
import { useProblemText } from '../../ui/use-problem-text.ts'
import { conflictIn } from './conflict.ts'
import styles from './edit-form.module.css'
import { ItemFields } from './item-fields.tsx'
import { formOfSelection, type FormValues, itemOfForm } from './item-form.ts'
import { useAddItem, useCorrectItem } from '../queries.ts'
import { dropEdit, keepEdit, keptEdit } from './unsent-edit.ts'
import { FactList } from '../../plan/fact-list.tsx'
import { itemTitle } from '../../plan/item-words.ts'
import { quoteWords } from '../../plan/quote-words.ts'

/** What is edited: an item that is there, or a new one from a selection. */
export type EditSubject =
  | { readonly item: DraftItem }
  | { readonly kind: ItemKind; readonly span: Span }

/** Corrects an item or adds one; what is typed is kept in this browser until it is sent. */
export function EditForm({
  draftId,
  text,
  subject,
  onClose,
  onSaved,
}: {
  draftId: string
  text: string
  subject: EditSubject
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const words = useTranslations('edit')
  const problems = useProblemText()
  const { message } = App.useApp()
  const [form] = Form.useForm<FormValues>()
  const correct = useCorrectItem(draftId)
  const add = useAddItem(draftId)
  const about = describe(subject, text)
  const [kept] = useState(() => keptEdit(localStorage, draftId, about.key))
  const [base, setBase] = useState('item' in subject ? subject.item.revision : 0)
  const theirs = conflictIn(correct.error)?.[0]

  const saved = (id: string) => {
    dropEdit(localStorage, draftId, about.key)
    onClose()
    onSaved(id)
  }
  const send = (values: FormValues) => {
    const item = itemOfForm(about.kind, { ...about.values, ...values })
    if (!item.ok) {
      form.setFields(
        item.error.map(({ path, code }) => ({ name: [...path], errors: [words(`field.${code}`)] })),
      )
      return
    }
    const outcome = {
      onSuccess: ({ id }: { id: string }) => saved(id),
      onError: (error: Error) => {
        const current = conflictIn(error)?.[0]
        if (current) setBase(current.revision)
        else void message.error(problems(error).message)
      },
    }
    if ('item' in subject) {
      correct.mutate({ itemId: subject.item.id, revision: base, item: item.value }, outcome)
    } else {
      add.mutate({ item: item.value, span: subject.span }, outcome)
    }
  }

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      initialValues={kept ?? about.values}
      onFinish={send}
      onValuesChange={(_, all) => keepEdit(localStorage, draftId, about.key, all)}
    >
      <blockquote className={styles.quote}>{quoteWords(about.quote)}</blockquote>
      {kept && (
        <Alert
          type="info"
          showIcon
          title={words('restored')}
          action={
            <Button
              size="small"
              onClick={() => {
                dropEdit(localStorage, draftId, about.key)
                form.setFieldsValue(about.values)
              }}
            >
              {words('discardRestored')}
            </Button>
          }
        />
      )}
      {theirs && (
        <Alert
          type="warning"
          showIcon
          title={words('conflict', { name: theirs.changedBy?.name ?? '' })}
          description={
            <>
              <strong>{itemTitle(theirs)}</strong>
              <FactList item={theirs} />
              <p>{words('conflictAdvice')}</p>
            </>
          }
        />
      )}
      <ItemFields kind={about.kind} />
      <div className={styles.actions}>
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={correct.isPending || add.isPending}>
          {words(theirs ? 'saveAnyway' : 'save')}
        </Button>
      </div>
    </Form>
  )
}

function describe(subject: EditSubject, text: string) {
  if ('item' in subject) {
    const { item } = subject
    return {
      key: item.id,
      kind: item.kind,
      quote: item.citation.quote,
      values: { ...item.content },
    }
  }
  const quote = quoteOf(subject.span, text)
  return {
    key: `new-${subject.kind}-${subject.span.start}-${subject.span.end}`,
    kind: subject.kind,
    quote,
    values: formOfSelection(subject.kind, quote),
  }
}

function quoteOf({ start, end }: Span, text: string): string {
  return text.slice(start, end)
}
