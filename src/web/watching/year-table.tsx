import type { Reply } from '#contract/route.ts'
import type { targetStanding } from '#contract/watching.ts'
import { useTranslations } from 'use-intl'
import { DataTable } from '../ui/data-table.tsx'
import { readableDecimals, share, shown } from './figure-words.ts'

type Year = Reply<typeof targetStanding>['years'][number]

/** What was planned and what came, year by year, with what the years ahead will bring. */
export function YearTable({ target }: { target: Reply<typeof targetStanding> }) {
  const text = useTranslations('watching')
  const { standing } = target
  const figure = (value: number | undefined): string =>
    shown(value, readableDecimals(value, standing.decimals))
  return (
    <DataTable<Year>
      label={text('page.years')}
      rows={target.years}
      rowKey="year"
      size="small"
      empty={text('nothing')}
      columns={[
        { title: text('page.year'), dataIndex: 'year' },
        {
          title: text('plan'),
          align: 'right',
          render: (_, { planned }) => figure(planned),
        },
        {
          title: text('columns.actual'),
          align: 'right',
          render: (_, { actual }) => figure(actual),
        },
        {
          title: text('forecast'),
          align: 'right',
          render: (_, { outlook }) =>
            outlook &&
            `${figure(outlook.mean)}（${figure(outlook.lower80)}—${figure(outlook.upper80)}）`,
        },
        {
          title: text('probability', { share: '' }).trim(),
          align: 'right',
          render: (_, { outlook }) =>
            outlook?.probability !== undefined && share(outlook.probability),
        },
      ]}
    />
  )
}
