import { figuresOfSource } from '#contract/figure.ts'
import { type Report, reportTemplate } from '#contract/report.ts'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { addressOf } from '../api/call.ts'
import { RequestFailure } from '../api/failure.ts'
import { useMay } from '../api/use-may.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePass, useSubmit, useWorkbook } from './queries.ts'
import { ReopenDialog, ReturnDialog } from './review-dialog.tsx'
import type { Conflicts } from './use-report-draft.ts'

/** What one may do with the whole report: hand in, pass, give back, reopen, fill in as a workbook. */
export function ReportActions({
  report,
  names,
  isReady,
  onConflicts,
}: {
  report: Report
  names: ReadonlyMap<string, string>
  /** Nothing is unsaved and nothing unread. */
  isReady: boolean
  onConflicts: (conflicts: Conflicts) => void
}) {
  const text = useTranslations('reports')
  const sourceText = useTranslations('source')
  const mayLook = useMay(figuresOfSource)
  const { id, standing } = report.line
  return (
    <>
      <Button href={addressOf(reportTemplate, { id })} download>
        {text('template')}
      </Button>
      {report.mayWrite && <Writing report={report} isReady={isReady} onConflicts={onConflicts} />}
      {report.mayReview && standing.state === 'submitted' && (
        <Reviewing report={report} names={names} />
      )}
      {mayLook && standing.state === 'accepted' && (
        <LinkButton to="/figures/of-source" search={{ reference: id }}>
          {sourceText('linkWhole')}
        </LinkButton>
      )}
      {report.mayReview && standing.state === 'accepted' && <Reopening report={report} />}
    </>
  )
}

function Writing({
  report,
  isReady,
  onConflicts,
}: {
  report: Report
  isReady: boolean
  onConflicts: (conflicts: Conflicts) => void
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { message, modal } = App.useApp()
  const submit = useSubmit()
  const workbook = useWorkbook(report.line.id)
  const failed = (error: Error) => void modal.error({ title: problemText(error).message })
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        disabled={!isReady}
        beforeUpload={(file) => {
          workbook.mutate(file, {
            onError: failed,
            onSuccess: ({ changed, conflicts }) => {
              onConflicts(conflicts)
              void message.success(text('taken', { changed }))
            },
          })
          return false
        }}
      >
        <Button loading={workbook.isPending} disabled={!isReady}>
          {text('upload')}
        </Button>
      </Upload>
      <Button
        type="primary"
        disabled={!isReady}
        loading={submit.isPending}
        onClick={() =>
          submit.mutate(
            { id: report.line.id, revision: report.revision },
            { onError: failed, onSuccess: () => void message.success(text('submitted')) },
          )
        }
      >
        {text('submit')}
      </Button>
    </>
  )
}

function Reviewing({ report, names }: { report: Report; names: ReadonlyMap<string, string> }) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { message } = App.useApp()
  const [isReturning, setIsReturning] = useState(false)
  const pass = usePass()
  return (
    <>
      <Button onClick={() => setIsReturning(true)}>{text('return')}</Button>
      <Button
        type="primary"
        loading={pass.isPending}
        onClick={() =>
          pass.mutate(
            { ids: [report.line.id] },
            {
              onError: (error) => void message.error(problemText(error).message),
              onSuccess: ({ refused }) => {
                const code = refused[0]?.code
                if (code === undefined) void message.success(text('passedOne'))
                else
                  void message.error(
                    problemText(new RequestFailure(409, { code, title: code })).message,
                  )
              },
            },
          )
        }
      >
        {text('pass')}
      </Button>
      {isReturning && (
        <ReturnDialog report={report} names={names} onClose={() => setIsReturning(false)} />
      )}
    </>
  )
}

function Reopening({ report }: { report: Report }) {
  const text = useTranslations('reports')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{text('reopen')}</Button>
      {isOpen && <ReopenDialog report={report} onClose={() => setIsOpen(false)} />}
    </>
  )
}
