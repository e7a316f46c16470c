import { type collectionProgress, remindMissing } from '#contract/report.ts'
import type { Reply } from '#contract/route.ts'
import type { Period } from '#core/period/period.ts'
import { App, Button } from 'antd'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { ReportSearch } from '../search.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import { useRemind } from './queries.ts'
import styles from './reports.module.css'

type Unit = Reply<typeof collectionProgress>['units'][number]

const counts = ['asked', 'open', 'submitted', 'returned', 'accepted', 'late', 'estimated'] as const

/** What the reports behind a count have in common; none for those that are no state. */
const behind: Partial<Record<(typeof counts)[number], ReportSearch>> = {
  open: { state: ['open'] },
  submitted: { state: ['submitted'] },
  returned: { state: ['returned'] },
  accepted: { state: ['accepted'] },
  late: { late: true },
}

/** How far the round is, a row for each unit: who has not told yet is one click away, and so is a reminder. */
export function RoundProgress({
  round,
  due,
  units,
  onChoose,
}: Reply<typeof collectionProgress> & {
  round: { readonly form: string; readonly period: Period }
  onChoose: (next: ReportSearch) => void
}) {
  const text = useTranslations('reports')
  const mayRemind = useMay(remindMissing)
  const total = (key: (typeof counts)[number]) => units.reduce((sum, unit) => sum + unit[key], 0)
  return (
    <details className={styles.panel} open={units.length < 24}>
      <summary>
        {text('progressOf', {
          due,
          asked: total('asked'),
          told: total('submitted') + total('accepted'),
          accepted: total('accepted'),
          late: total('late'),
        })}
      </summary>
      <DataTable<Unit>
        label={text('progress')}
        size="small"
        rows={units}
        rowKey="code"
        empty={text('none')}
        columns={[
          {
            title: text('unit'),
            render: (_, { code, name }) => (
              <button
                type="button"
                className={styles.link}
                onClick={() => onChoose({ park: code, state: undefined, late: undefined })}
              >
                {name}
              </button>
            ),
          },
          ...counts.map((key) => ({
            title: text(`counts.${key}`),
            align: 'right' as const,
            render: (_: unknown, unit: Unit) => (
              <Count unit={unit} count={key} onChoose={onChoose} />
            ),
          })),
          ...(mayRemind
            ? [
                {
                  title: text('remind'),
                  render: (_: unknown, unit: Unit) => <Remind round={round} unit={unit} />,
                },
              ]
            : []),
        ]}
      />
    </details>
  )
}

function Count({
  unit,
  count,
  onChoose,
}: {
  unit: Unit
  count: (typeof counts)[number]
  onChoose: (next: ReportSearch) => void
}) {
  const text = useTranslations('reports')
  const found = behind[count]
  if (!found || unit[count] === 0) return unit[count]
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={text('countOf', {
        unit: unit.name,
        count: unit[count],
        what: text(`counts.${count}`),
      })}
      onClick={() => onChoose({ state: undefined, late: undefined, ...found, park: unit.code })}
    >
      {unit[count]}
    </button>
  )
}

function Remind({
  round,
  unit,
}: {
  round: { readonly form: string; readonly period: Period }
  unit: Unit
}) {
  const text = useTranslations('reports')
  const problemText = useProblemText()
  const { message } = App.useApp()
  const remind = useRemind()
  if (unit.open + unit.returned === 0) return null
  return (
    <Button
      size="small"
      loading={remind.isPending}
      aria-label={text('remindOf', { unit: unit.name })}
      onClick={() =>
        remind.mutate(
          { form: round.form, period: round.period, park: unit.code },
          {
            onError: (error) => void message.error(problemText(error).message),
            onSuccess: ({ reminded }) => void message.success(text('reminded', { reminded })),
          },
        )
      }
    >
      {text('remind')}
    </Button>
  )
}
