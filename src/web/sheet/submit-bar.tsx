import type { SheetReport } from '#contract/collection.ts'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslations } from 'use-intl'
import { RequestFailure } from '../api/failure.ts'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useSubmitReports } from './queries.ts'
import styles from './sheet.module.css'

const atOnce = 500

/** Hands in what is filled in; what a check refuses is told by name, with the way to it. */
export function SubmitBar({
  reports,
  isReady,
}: {
  reports: readonly SheetReport[]
  /** Nothing is unsaved and nothing unread. */
  isReady: boolean
}) {
  const text = useTranslations('sheet')
  const problemText = useProblemText()
  const { message, modal } = App.useApp()
  const submit = useSubmitReports()
  const filled = reports.filter((one) => one.mayWrite && isFilledIn(one))
  const go = () =>
    submit.mutate(
      { ids: filled.slice(0, atOnce).map(({ id }) => id) },
      {
        onError: (error) => void message.error(problemText(error).message),
        onSuccess: ({ submitted, refused }) => {
          if (refused.length === 0) {
            void message.success(text('handedIn', { submitted, refused: 0 }))
            return
          }
          void modal.warning({
            title: text('handedIn', { submitted, refused: refused.length }),
            content: (
              <ul className={styles.list}>
                {refused.map(({ id, name, code }) => (
                  <li key={id}>
                    <Link to="/reports/$reportId" params={{ reportId: id }}>
                      {name}
                    </Link>
                    {`：${problemText(new RequestFailure(409, { code, title: code })).message}`}
                  </li>
                ))}
              </ul>
            ),
          })
        },
      },
    )
  return (
    <Button
      type="primary"
      disabled={!isReady || filled.length === 0}
      loading={submit.isPending}
      onClick={go}
    >
      {text('submit', { count: filled.length })}
    </Button>
  )
}

/** Whether somebody typed anything: what is carried over is nobody's work. */
function isFilledIn({ cells, locked }: SheetReport): boolean {
  const fixed = new Set<string>(locked)
  return Object.keys(cells).some((cell) => !fixed.has(cell))
}
