import type { Reply } from '#contract/route.ts'
import type { targetStanding } from '#contract/watching.ts'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { readableDecimals, shown, signedShare } from './figure-words.ts'

type Method = Reply<typeof targetStanding>['methods'][number]

/** What would be due by now under every method; the one in use is marked. */
export function MethodTable({ target }: { target: Reply<typeof targetStanding> }) {
  const text = useTranslations('watching')
  const { standing } = target
  return (
    <DataTable<Method>
      label={text('page.methods')}
      rows={target.methods}
      rowKey="method"
      size="small"
      empty={text('nothing')}
      columns={[
        {
          title: text('page.methodColumn'),
          render: (_, { method }) => (
            <>
              {text(`method.${method}`)}{' '}
              {method === standing.method && <Badge tone="brand">{text('page.chosen')}</Badge>}
            </>
          ),
        },
        {
          title: text('columns.planned'),
          align: 'right',
          render: (_, { planned, reason }) =>
            reason
              ? text(`reason.${reason}`)
              : shown(planned, readableDecimals(planned, standing.decimals)),
        },
        {
          title: text('columns.deviation'),
          align: 'right',
          render: (_, { deviation }) => signedShare(deviation),
        },
      ]}
    />
  )
}
