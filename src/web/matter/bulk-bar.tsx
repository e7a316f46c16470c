import { addWebhook } from '#contract/matter-rule.ts'
import type { MatterSummary } from '#contract/matter.ts'
import { problemText as problemInWords } from '#contract/texts/problem-texts.zh.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import { PlanMeetingDialog } from '../meeting/plan-meeting-dialog.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { type Action, ActForm } from './act-form.tsx'
import { commonActions } from './bulk-actions.ts'
import { matterRules, useActOnMany } from './queries.ts'
import styles from './matters.module.css'

/** What can be done with the matters that are marked, all at once. */
export function BulkBar({
  matters,
  onDone,
}: {
  matters: readonly MatterSummary[]
  /** The marks can go. */
  onDone: () => void
}) {
  const text = useTranslations('matters.bulk')
  const isSupervisor = useMay(addWebhook)
  const { data: rules } = useQuery(matterRules())
  const [doing, setDoing] = useState<Action>()
  const [isMeeting, setIsMeeting] = useState(false)
  if (matters.length === 0 || !rules) return null
  const actions = commonActions(matters, rules, [isSupervisor ? 'supervisor' : 'lead'])
  return (
    <section className={styles.bulk} aria-label={text('title')}>
      <b>{text('marked', { count: matters.length })}</b>
      {actions.length === 0 && <span className={styles.note}>{text('nothingCommon')}</span>}
      {actions.map((action) => (
        <Button key={action.code} size="small" onClick={() => setDoing(action)}>
          {action.name}
        </Button>
      ))}
      {isSupervisor && (
        <Button size="small" onClick={() => setIsMeeting(true)}>
          {text('meeting')}
        </Button>
      )}
      <Button size="small" type="link" onClick={onDone}>
        {text('unmark')}
      </Button>
      {doing && (
        <BulkDialog
          action={doing}
          matters={matters}
          onClose={() => setDoing(undefined)}
          onDone={onDone}
        />
      )}
      {isMeeting && <PlanMeetingDialog matters={matters} onClose={() => setIsMeeting(false)} />}
    </section>
  )
}

function BulkDialog({
  action,
  matters,
  onClose,
  onDone,
}: {
  action: Action
  matters: readonly MatterSummary[]
  onClose: () => void
  onDone: () => void
}) {
  const text = useTranslations('matters')
  const problemText = useProblemText()
  const [form] = Form.useForm()
  const act = useActOnMany()
  // What was sent: a mark that goes or a state that changes meanwhile changes nothing of it.
  const [items] = useState(matters)
  const outcome = act.data
  const end = () => {
    if (outcome && outcome.done.length > 0) onDone()
    onClose()
  }
  return (
    <Modal
      open
      title={text('bulk.doing', { action: action.name, count: items.length })}
      okText={outcome ? text('bulk.end') : text('act.ok')}
      cancelText={text('act.cancel')}
      cancelButtonProps={{ hidden: outcome !== undefined }}
      confirmLoading={act.isPending}
      onCancel={end}
      onOk={outcome ? end : form.submit}
    >
      {act.error && (
        <Alert
          type="error"
          showIcon
          title={problemText(act.error).message}
          style={{ marginBottom: 12 }}
        />
      )}
      {outcome ? (
        <>
          <p>{text('bulk.done', { count: outcome.done.length })}</p>
          {outcome.refused.length > 0 && (
            <>
              <p>{text('bulk.refused', { count: outcome.refused.length })}</p>
              <ul className={styles.lines}>
                {outcome.refused.map(({ id, problem }) => {
                  const matter = items.find((one) => one.id === id)
                  return (
                    <li key={id}>
                      {matter?.number} {matter?.title}
                      <div className={styles.note}>{problemInWords(problem)}</div>
                    </li>
                  )
                })}
              </ul>
            </>
          )}
        </>
      ) : (
        <ActForm
          action={action}
          form={form}
          onSaid={(said) =>
            act.mutate({
              ...said,
              items: items.map(({ id, revision }) => ({ id, revision })),
            })
          }
        />
      )}
    </Modal>
  )
}
