import type { TunedThreshold } from '#contract/form.ts'
import type { Period } from '#core/period/period.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Table } from 'antd'
import { useEffect } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useProblemText } from '../ui/use-problem-text.ts'
import type { Form, FormCheck } from './form-edit.ts'
import { checkOutcomesOf, useTuning } from './queries.ts'
import { usePastPeriods } from './use-past-periods.ts'
import styles from './design.module.css'

const periodsLooked = 6

/** Numbers for a check as the past proposes them, each with how many reports it would have asked about. */
export function TuneDialog({
  form,
  check,
  onClose,
  onTake,
}: {
  form: Form
  check: FormCheck
  onClose: () => void
  onTake: (holds: string) => void
}) {
  const text = useTranslations('formDesign')
  const problemText = useProblemText()
  const past = usePastPeriods(form)
  const [period] = past
  const earliest = past.slice(0, periodsLooked).at(-1)
  const { mutate, data, error, isPending } = useTuning()
  useEffect(() => {
    if (period !== undefined) mutate({ form, check: check.code, period, periods: periodsLooked })
  }, [form, check.code, period, mutate])
  return (
    <Modal
      open
      title={text('tuneTitle', { name: check.name })}
      width={720}
      footer={<Button onClick={onClose}>{text('close')}</Button>}
      onCancel={onClose}
    >
      <p className={styles.expression}>{check.holds}</p>
      {earliest !== undefined && <Outcomes form={form.code} check={check.code} from={earliest} />}
      {isPending && <p className={styles.note}>{text('looking')}</p>}
      {error && <Alert type="error" showIcon title={problemText(error).message} />}
      {data && (
        <>
          <p>
            {text('tuneLooked', { looked: data.looked, hits: data.hits, count: periodsLooked })}
          </p>
          {data.thresholds.length === 0 && <p className={styles.note}>{text('nothingToTune')}</p>}
          {data.thresholds.map((threshold) => (
            <Threshold key={threshold.start} threshold={threshold} onTake={onTake} />
          ))}
        </>
      )}
    </Modal>
  )
}

/** What came of the check where it was in force: whoever tunes it sees whether it ever caught a mistake. */
function Outcomes({ form, check, from }: { form: string; check: string; from: Period }) {
  const text = useTranslations('formDesign')
  const { data } = useQuery(checkOutcomesOf(form, from))
  if (!data) return null
  const one = data.checks.find((each) => each.check === check)
  return (
    <p className={styles.note}>
      {one ? text('outcomes', { ...one, count: periodsLooked }) : text('noOutcomes')}
    </p>
  )
}

function Threshold({
  threshold,
  onTake,
}: {
  threshold: TunedThreshold
  onTake: (holds: string) => void
}) {
  const text = useTranslations('formDesign')
  const format = useFormatter()
  const { text: number, side, looked, middle, farthest, proposals } = threshold
  const shown = (value: number) => format.number(value, { maximumSignificantDigits: 4 })
  return (
    <section className={styles.threshold} aria-label={text('thresholdOf', { number })}>
      <h3>{text('thresholdOf', { number })}</h3>
      <p className={styles.note}>
        {text(side === 'most' ? 'pastMost' : 'pastLeast', {
          looked,
          middle: shown(middle),
          farthest: shown(farthest),
        })}
      </p>
      <ScrollRegion className={styles.proposals} label={text('proposals')}>
        <Table<TunedThreshold['proposals'][number]>
          size="small"
          pagination={false}
          rowKey="text"
          dataSource={proposals}
          columns={[
            { title: text('proposal'), dataIndex: 'text' },
            { title: text('wouldHit'), dataIndex: 'hits', align: 'right' },
            {
              title: text('shareHit'),
              align: 'right',
              render: (_, { hits }) =>
                format.number(hits / looked, { style: 'percent', maximumFractionDigits: 2 }),
            },
            {
              title: <span className="visually-hidden">{text('take')}</span>,
              align: 'right',
              render: (_, { text: proposed, holds }) => (
                <Button
                  size="small"
                  aria-label={text('takeOf', { number: proposed })}
                  onClick={() => onTake(holds)}
                >
                  {text('take')}
                </Button>
              ),
            },
          ]}
        />
      </ScrollRegion>
    </section>
  )
}
