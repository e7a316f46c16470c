import type { Role } from '#contract/identity.ts'
import { actions } from '#core/access/action.ts'
import { useQuery } from '@tanstack/react-query'
import type { TableColumnsType } from 'antd'
import { useTranslations } from 'use-intl'
import { DataTable } from '../../ui/data-table.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { roles } from '../queries.ts'

/** Which role may do what. */
export function RolesPage() {
  const text = useTranslations('roles')
  const query = useQuery(roles())
  const columns: TableColumnsType<Role> = [
    { title: text('role'), dataIndex: 'name' },
    { title: text('kind'), key: 'kind', render: (_, { kind }) => text(`kinds.${kind}`) },
    ...actions.map((action) => ({
      title: text(`actions.${action}`),
      key: action,
      align: 'center' as const,
      render: (_: unknown, role: Role) =>
        role.actions.includes(action) ? (
          <span style={{ color: 'var(--ok)' }}>
            <Glyph shape="check" />
            <span className="visually-hidden">{text('may')}</span>
          </span>
        ) : (
          <span className="visually-hidden">{text('mayNot')}</span>
        ),
    })),
  ]
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <QueryState query={query}>
        {(list) => (
          <DataTable
            label={text('title')}
            rowKey="code"
            rows={list}
            columns={columns}
            empty={text('none')}
          />
        )}
      </QueryState>
    </>
  )
}
