import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslations } from 'use-intl'
import { Badge } from '../ui/badge.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { PublishedItems } from './published-items.tsx'
import { plans, publishedItems } from './queries.ts'

const route = getRouteApi('/plans/$region/$planId')

/** A published plan: one version of it, with everything it holds. */
export function PlanPage() {
  const text = useTranslations('plan')
  const shell = useTranslations('shell')
  const { region, planId } = route.useParams()
  const { version: number, tab, item } = route.useSearch()
  const navigate = route.useNavigate()
  const plan = useQuery(plans()).data?.find(({ id }) => id === planId)
  const query = useQuery(publishedItems({ region, planId, ...(number && { number }) }))
  const version = query.data?.version
  const earlier = plan?.versions.find((one) => version && one.number === version.number - 1)
  return (
    <>
      <PageHeader
        title={version?.meta.title ?? plan?.title ?? text('title')}
        note={
          version && (
            <>
              <span>{version.meta.region.name}</span>
              {plan?.region.simulated && <Badge tone="warn">{shell('simulated')}</Badge>}
              {version.meta.documentNumber && <span>{version.meta.documentNumber}</span>}
              <span>
                {text('period', {
                  start: version.meta.period.start,
                  end: version.meta.period.end,
                })}
              </span>
              <span>{text('publishedBy', { name: version.publishedBy.name })}</span>
            </>
          )
        }
        actions={
          <>
            {plan && version && plan.versions.length > 1 && (
              <Select
                aria-label={text('version')}
                value={version.number}
                onChange={(chosen) =>
                  void navigate({ search: (now) => ({ ...now, version: chosen }) })
                }
                options={plan.versions.map((one) => ({
                  value: one.number,
                  label: text('versionNumber', { number: one.number }),
                }))}
              />
            )}
            {version && earlier && (
              <LinkButton
                to="/targets/compare"
                search={{
                  leftRegion: region,
                  leftPlan: planId,
                  leftNumber: earlier.number,
                  rightRegion: region,
                  rightPlan: planId,
                  rightNumber: version.number,
                }}
              >
                {text('compare')}
              </LinkButton>
            )}
            {version?.draftId && (
              <LinkButton to="/drafts/$draftId/findings" params={{ draftId: version.draftId }}>
                {text('findings')}
              </LinkButton>
            )}
            {version?.documentId && (
              <LinkButton to="/documents/$documentId" params={{ documentId: version.documentId }}>
                {text('document')}
              </LinkButton>
            )}
            <LinkButton to="/targets" search={{ region: [region], planId }} look="primary">
              {text('ledger')}
            </LinkButton>
          </>
        }
      />
      <QueryState query={query}>
        {({ items, version }) => (
          <PublishedItems
            items={items}
            documentId={version.documentId}
            kind={tab ?? 'target'}
            shown={item}
            onKind={(kind) =>
              void navigate({ search: (now) => ({ ...now, tab: kind }), resetScroll: false })
            }
          />
        )}
      </QueryState>
    </>
  )
}
