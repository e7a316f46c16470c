import type { PublishedPlan } from '#contract/plan.ts'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import styles from './plan-choice.module.css'

export interface ChosenVersion {
  readonly region: string
  readonly planId: string
  readonly number: number
}

/** Chooses a version among the published plans. */
export function PlanChoice({
  label,
  plans,
  chosen,
  onChoose,
}: {
  label: string
  plans: readonly PublishedPlan[]
  chosen: { readonly planId: string | undefined; readonly number: number | undefined }
  onChoose: (version: ChosenVersion) => void
}) {
  const text = useTranslations('compare')
  const versions = plans.flatMap((plan) =>
    plan.versions.map((version) => ({
      key: `${plan.id}/${version.number}`,
      version: { region: plan.region.code, planId: plan.id, number: version.number },
      label: `${plan.region.name} · ${version.meta.title} · ${text('version', { number: version.number })}`,
    })),
  )
  const current = versions.find(
    ({ version }) =>
      version.planId === chosen.planId &&
      (chosen.number === undefined || version.number === chosen.number),
  )
  return (
    <div className={styles.choice}>
      <span>{label}</span>
      <Select
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text('choosePlan')}
        value={current?.key ?? null}
        options={versions.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key: string | null) => {
          const found = versions.find((one) => one.key === key)
          if (found) onChoose(found.version)
        }}
      />
    </div>
  )
}
