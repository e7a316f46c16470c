import type { DraftFinding } from '#contract/draft.ts'
import { Segmented, Select } from 'antd'
import { useTranslations } from 'use-intl'
import type { FindingSearch } from '../search.ts'
import { countsByRule, filteredFindings } from './finding-list.ts'
import styles from './findings-desk.module.css'
import { severities } from './severity.ts'
import { useRuleName } from './use-rule-name.ts'

const statuses = ['open', 'known', 'dismissed', 'all'] as const

/** Narrows the findings by what became of them, severity and rule. */
export function FindingFilters({
  findings,
  filter,
  onChange,
}: {
  findings: readonly DraftFinding[]
  filter: FindingSearch
  onChange: (next: FindingSearch) => void
}) {
  const text = useTranslations('finding')
  const names = useTranslations('severity')
  const ruleName = useRuleName()
  const { status = 'open' } = filter
  const ofStatus = filteredFindings(findings, { status })
  return (
    <div className={styles.filters}>
      <Segmented
        value={status}
        onChange={(status) => onChange({ status })}
        options={statuses.map((value) => ({
          value,
          label: `${text(`status.${value}`)} ${filteredFindings(findings, { status: value }).length}`,
        }))}
      />
      <Segmented
        value={filter.severity ?? 'all'}
        onChange={(value) => onChange({ severity: severities.find((one) => one === value) })}
        options={[
          { value: 'all', label: text('everySeverity') },
          ...severities.map((value) => ({
            value,
            label: `${names(value)} ${filteredFindings(ofStatus, { status: 'all', severity: value }).length}`,
          })),
        ]}
      />
      <Select
        allowClear
        aria-label={text('rule')}
        placeholder={text('everyRule')}
        style={{ minWidth: 200 }}
        value={filter.rule ?? null}
        onChange={(rule: string | null | undefined) => onChange({ rule: rule ?? undefined })}
        options={countsByRule(ofStatus).map(({ rule, count }) => ({
          value: rule,
          label: `${ruleName(rule)} ${count}`,
        }))}
      />
    </div>
  )
}
