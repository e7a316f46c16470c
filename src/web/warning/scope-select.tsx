import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import { subjects } from '../indicator/queries.ts'
import styles from '../watching/watching.module.css'

const kinds = ['park', 'town', 'industry', 'chain'] as const

/** Whose growth is split, where it is not that of the whole region. */
export interface Scope {
  readonly kind: (typeof kinds)[number]
  readonly code: string
}

/** `park:park-01`; undefined for the whole region and for what is no scope. */
export function scopeOf(text: string | undefined): Scope | undefined {
  const [kind = '', ...rest] = (text ?? '').split(':')
  const known = kinds.find((each) => each === kind)
  const code = rest.join(':')
  return known && code !== '' ? { kind: known, code } : undefined
}

/** The whole region, or one of its parks, towns, industries or chains. */
export function ScopeSelect({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (scope: string | undefined) => void
}) {
  const text = useTranslations('causes')
  const words = useTranslations('watching.by')
  const { data } = useQuery(subjects())
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className={styles.period ?? ''}
      popupMatchSelectWidth={false}
      value={value ?? null}
      placeholder={text('wholeRegion')}
      aria-label={text('scope')}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      options={kinds.map((kind) => ({
        label: words(kind),
        options: (data ?? [])
          .filter(({ subject }) => subject.kind === kind)
          .map(({ subject, name }) => ({ value: `${kind}:${subject.code}`, label: name })),
      }))}
    />
  )
}
