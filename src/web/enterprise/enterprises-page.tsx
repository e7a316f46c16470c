import { addEnterprise } from '#contract/enterprise.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { EnterpriseSearch } from '../search.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { EnterpriseDrawer } from './enterprise-drawer.tsx'
import { EnterpriseFilters } from './enterprise-filters.tsx'
import { chosenRows, countsOf } from './enterprise-rows.ts'
import { EnterpriseTable } from './enterprise-table.tsx'
import { enterprises, words } from './queries.ts'
import styles from './enterprise.module.css'

const route = getRouteApi('/enterprises')

/** The registry: found by name, pinyin or code, narrowed by what an enterprise is. */
export function EnterprisesPage() {
  const text = useTranslations('enterprises')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const rows = useQuery(enterprises(search.text))
  const known = useQuery(words())
  const mayManage = useMay(addEnterprise)
  const [isAdding, setIsAdding] = useState(false)
  const choose = (next: EnterpriseSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          mayManage && (
            <>
              <LinkButton to="/enterprises/import">{text('import')}</LinkButton>
              <Button type="primary" onClick={() => setIsAdding(true)}>
                {text('add')}
              </Button>
            </>
          )
        }
      />
      <QueryState query={known}>
        {(named) => (
          <>
            <EnterpriseFilters search={search} words={named} onChange={choose} />
            <QueryState query={rows}>
              {(all) => {
                const chosen = chosenRows(all, search)
                return (
                  <>
                    <p className={styles.counts} aria-live="polite">
                      {text('counts', countsOf(chosen))}
                    </p>
                    <EnterpriseTable rows={chosen} words={named} isEmpty={all.length === 0} />
                  </>
                )
              }}
            </QueryState>
            {isAdding && (
              <EnterpriseDrawer
                words={named}
                onClose={() => setIsAdding(false)}
                onSaved={({ id }) =>
                  void navigate({ to: '/enterprises/$enterpriseId', params: { enterpriseId: id } })
                }
              />
            )}
          </>
        )}
      </QueryState>
    </>
  )
}
