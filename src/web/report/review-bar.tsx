import type { ReportId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../ui/use-problem-text.ts'
import { usePass, usePassClean, useRemind } from './queries.ts'
import { EstimateDialog } from './estimate-dialog.tsx'
import styles from './reports.module.css'

/** What a reviewer does with many at once: pass what is marked, remind and estimate what is missing. */
export function ReviewBar({
  round,
  chosen,
  onDone,
}: {
  round: { readonly form: string; readonly period: Period } | undefined
  chosen: readonly ReportId[]
  onDone: () => void
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { message, modal } = App.useApp()
  const [isEstimating, setIsEstimating] = useState(false)
  const pass = usePass()
  const passClean = usePassClean()
  const remind = useRemind()
  const failed = (error: Error) => void message.error(problemText(error).message)
  const passAll = () =>
    pass.mutate(
      { ids: [...chosen] },
      {
        onError: failed,
        onSuccess: ({ passed, accepted, refused }) => {
          onDone()
          const words = text('passed', { passed, accepted, refused: refused.length })
          void (refused.length > 0 ? modal.warning({ title: words }) : message.success(words))
        },
      },
    )
  const remindAll = () => {
    if (round) {
      remind.mutate(
        { form: round.form, period: round.period },
        {
          onError: failed,
          onSuccess: ({ reminded }) => void message.success(text('reminded', { reminded })),
        },
      )
    }
  }
  return (
    <div className={styles.filters}>
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={pass.isPending}
        onClick={passAll}
      >
        {text('passChosen', { count: chosen.length })}
      </Button>
      {round && (
        <>
          <Button
            loading={passClean.isPending}
            onClick={() =>
              passClean.mutate(
                { form: round.form, period: round.period },
                {
                  onError: failed,
                  onSuccess: (done) => {
                    onDone()
                    void message.success(text('cleanPassed', done))
                  },
                },
              )
            }
          >
            {text('passClean')}
          </Button>
          <Button loading={remind.isPending} onClick={remindAll}>
            {text('remind')}
          </Button>
          <Button onClick={() => setIsEstimating(true)}>{text('estimate')}</Button>
        </>
      )}
      {round && isEstimating && (
        <EstimateDialog round={round} onClose={() => setIsEstimating(false)} />
      )}
    </div>
  )
}
