import type { Action } from '#core/access/action.ts'
import { periodName } from '#core/period/period-name.ts'
import type { WorkKind } from '#core/work/kind.ts'
import type { ReadContext } from '#server/http/context.ts'
import { shownItems, type WorkSource } from '#server/work/source.ts'
import { countReports, findReports, type PlacedReport, type ReportFilter } from './report-store.ts'
import { stepOf } from './report-view.ts'

/** Reports that came back with reasons. */
export const reportsReturned = source('reports-returned', 'fill-reports', () => ({
  states: ['returned'],
}))

/** Reports somebody was asked for and has not handed in. */
export const reportsToFile = source('reports-to-file', 'fill-reports', () => ({
  states: ['open'],
}))

/** Reports that wait for the step of review somebody acts for. */
export const reportsToReview = source('reports-to-review', 'review-reports', (context) => ({
  states: ['submitted'],
  waitsFor: stepOf(context) ?? 'region',
}))

function source(
  kind: WorkKind,
  needs: Action & ('fill-reports' | 'review-reports'),
  filterOf: (context: ReadContext) => ReportFilter,
): WorkSource {
  return {
    kind,
    needs,
    workOf: async (context) => {
      const { db, region, scopeOf, actions, organisations } = context
      // Who reviews a whole region fills in for nobody: what the others owe is not their work.
      const isReviewer = needs === 'fill-reports' && actions.has('review-reports')
      const isForAll = organisations.size === 0
      if (isReviewer && isForAll) return { count: 0, items: [], link: '/reports' }
      const filter = { ...filterOf(context), scope: scopeOf(needs) }
      const rows = await findReports(db, region.code, filter, { limit: shownItems, offset: 0 })
      return {
        count: await countReports(db, region.code, filter),
        items: rows.map(itemOf),
        link: '/reports',
      }
    },
  }
}

function itemOf(row: PlacedReport) {
  const { id, period, changedAt, due } = row
  return {
    title: `${row.enterpriseName ?? row.title} ${periodName(period)}`,
    since: changedAt ?? `${due}T00:00:00.000Z`,
    link: `/reports/${id}` as const,
  }
}
