import type { OrganisationId } from '#core/id.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { organisations } from './queries.ts'

/** The units that can be given something, to choose from; enterprises are none of them. */
function useUnitOptions(): { value: OrganisationId; label: string }[] {
  const units = useQuery(organisations())
  return (units.data?.organisations ?? [])
    .filter(({ kind }) => kind !== 'enterprise')
    .map(({ id, name }) => ({ value: id, label: name }))
}

interface Look {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
}

function looked({ id, label, placeholder, disabled = false }: Look) {
  return {
    disabled,
    ...(id !== undefined && { id }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(placeholder !== undefined && { placeholder }),
  }
}

export function UnitSelect({
  value,
  onChange,
  ...look
}: Look & {
  value?: OrganisationId | undefined
  onChange?: (value: OrganisationId | undefined) => void
}) {
  const options = useUnitOptions()
  return (
    <Select<OrganisationId | null>
      {...looked(look)}
      allowClear
      style={{ width: '100%' }}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(unit) => onChange?.(unit ?? undefined)}
      options={options}
    />
  )
}

export function UnitsSelect({
  value = [],
  onChange,
  ...look
}: Look & {
  value?: readonly string[]
  onChange?: (value: readonly OrganisationId[]) => void
}) {
  const options = useUnitOptions()
  const chosen = options.flatMap((one) => (value.includes(one.value) ? [one.value] : []))
  return (
    <Select<OrganisationId[]>
      {...looked(look)}
      mode="multiple"
      allowClear
      style={{ width: '100%' }}
      value={chosen}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(units) => onChange?.(units)}
      options={options}
    />
  )
}
