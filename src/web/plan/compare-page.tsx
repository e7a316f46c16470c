import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { planComparison, plans } from './queries.ts'
import styles from './plan-choice.module.css'

const route = getRouteApi('/targets/compare')

/** Any two published versions side by side: two regions, or two versions of one plan. */
export function ComparePage() {
  const text = useTranslations('compare')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery(plans())
  const { leftRegion, leftPlan, rightRegion, rightPlan, leftNumber, rightNumber } = search
  const isComplete = leftRegion && leftPlan && rightRegion && rightPlan
  const comparison = useQuery({
    ...planComparison({
      leftRegion: leftRegion ?? '',
      leftPlan: leftPlan ?? '',
      rightRegion: rightRegion ?? '',
      rightPlan: rightPlan ?? '',
      ...(leftNumber && { leftNumber }),
      ...(rightNumber && { rightNumber }),
    }),
    enabled: Boolean(isComplete),
  })
  const choose = (next: typeof search) =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false })
  return (
    <>
      <PageHeader title={text('title')} note={text('note')} />
      <div className={styles.choices}>
        <PlanChoice
          label={text('left')}
          plans={list.data ?? []}
          chosen={{ planId: leftPlan, number: leftNumber }}
          onChoose={({ region, planId, number }) =>
            choose({ leftRegion: region, leftPlan: planId, leftNumber: number })
          }
        />
        <PlanChoice
          label={text('right')}
          plans={list.data ?? []}
          chosen={{ planId: rightPlan, number: rightNumber }}
          onChoose={({ region, planId, number }) =>
            choose({ rightRegion: region, rightPlan: planId, rightNumber: number })
          }
        />
      </div>
      {isComplete ? (
        <QueryState query={comparison}>
          {(data) => (
            <ComparisonView
              comparison={data}
              filter={{ kind: search.kind ?? 'target', change: search.change }}
              onFilter={(filter) => choose({ kind: filter.kind, change: filter.change })}
            />
          )}
        </QueryState>
      ) : (
        <EmptyState title={text('choose')} hint={text('chooseHint')} />
      )}
    </>
  )
}
