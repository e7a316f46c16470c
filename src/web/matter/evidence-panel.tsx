import type { MatterDetail } from '#contract/matter.ts'
import { evidenceFile } from '#contract/matter-act.ts'
import { callOf } from '#contract/route.ts'
import { App, Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { dayOf } from '../ui/china-day.ts'
import { useAddEvidence, useUploadEvidence, useWithdrawEvidence } from './queries.ts'
import styles from './matters.module.css'

/** Proof: files, addresses and words; what was put in by mistake stays, struck through. */
export function EvidencePanel({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters.one')
  return (
    <section className={styles.panel}>
      <h2>{text('evidence')}</h2>
      {matter.evidence.length === 0 && <p className={styles.note}>{text('noEvidence')}</p>}
      <ul className={styles.lines}>
        {matter.evidence.map((one) => (
          <Evidence key={one.id} matter={matter} evidence={one} />
        ))}
      </ul>
      {matter.mayProve && <AddEvidence matter={matter} />}
    </section>
  )
}

function Evidence({
  matter,
  evidence,
}: {
  matter: MatterDetail
  evidence: MatterDetail['evidence'][number]
}) {
  const text = useTranslations('matters.one')
  const withdraw = useWithdrawEvidence()
  const { modal } = App.useApp()
  const { id, kind, text: words, by, unit, at, withdrawn } = evidence
  const ask = () => {
    let why = ''
    void modal.confirm({
      title: text('withdraw'),
      content: (
        <Input aria-label={text('withdraw')} onChange={({ target }) => (why = target.value)} />
      ),
      onOk: () => withdraw.mutateAsync({ id: matter.id, evidenceId: id, why }),
    })
  }
  return (
    <li>
      <span className={withdrawn && styles.struck}>
        {kind === 'file' ? (
          <a href={callOf(evidenceFile, { id: matter.id, evidenceId: id }).url} download>
            {words}
          </a>
        ) : kind === 'link' ? (
          <a href={words} target="_blank" rel="noreferrer">
            {words}
          </a>
        ) : (
          words
        )}
      </span>
      <div className={styles.note}>
        {unit?.name} {by.name} · {dayOf(at)}
        {withdrawn && ` · ${text('withdrawn', { why: withdrawn.why })}`}
        {!withdrawn && matter.mayProve && (
          <Button size="small" type="link" onClick={ask}>
            {text('withdraw')}
          </Button>
        )}
      </div>
    </li>
  )
}

function AddEvidence({ matter }: { matter: MatterDetail }) {
  const text = useTranslations('matters.one')
  const { message } = App.useApp()
  const upload = useUploadEvidence(matter.id)
  const add = useAddEvidence()
  const [words, setWords] = useState('')
  return (
    <div className={styles.actions} style={{ marginTop: 8 }}>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file, {
            onSuccess: ({ refused }) => {
              const [first] = refused
              if (first) void message.error(problemText(first.problem))
              else void message.success(text('attached', { name: file.name }))
            },
          })
          return false
        }}
      >
        <Button loading={upload.isPending}>{text('addFile')}</Button>
      </Upload>
      <Input.Search
        className={styles.search ?? ''}
        value={words}
        maxLength={2000}
        placeholder={text('addWords')}
        aria-label={text('addWords')}
        enterButton={text('comment')}
        loading={add.isPending}
        onChange={({ target }) => setWords(target.value)}
        onSearch={(typed) => {
          if (typed.trim() === '') return
          add.mutate(
            { id: matter.id, kind: 'words', text: typed },
            { onSuccess: () => setWords('') },
          )
        }}
      />
    </div>
  )
}
