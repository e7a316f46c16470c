import type { Role } from '#contract/identity.ts'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslations } from 'use-intl'
import { grantableOrganisations } from '../queries.ts'

/** The unit a role is limited to: must be, may be or may not be given, as the role reaches. */
export function OrganisationField({ region, reach }: { region: string; reach: Role['reach'] }) {
  const text = useTranslations('grants')
  const units = useQuery(grantableOrganisations(region))
  if (reach === 'region') return null
  return (
    <Form.Item
      name="organisation"
      label={text('organisation')}
      extra={text(reach === 'organisation' ? 'organisationMust' : 'organisationNote')}
      rules={[{ required: reach === 'organisation', message: text('organisationNeeded') }]}
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={units.isPending}
        options={(units.data ?? []).map(({ id, code, name }) => ({
          value: id,
          label: `${name}（${code}）`,
        }))}
      />
    </Form.Item>
  )
}
