import { addOrganisation } from '#contract/organisation.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '../api/use-may.ts'
import type { OrganisationSearch } from '../search.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { QueryState } from '../ui/query-state.tsx'
import { SideDrawer } from '../ui/side-drawer.tsx'
import { AddOrganisation } from './add-organisation.tsx'
import { OrganisationPane } from './organisation-pane.tsx'
import { organisationRows } from './organisation-rows.ts'
import { OrganisationTable } from './organisation-table.tsx'
import { organisations } from './queries.ts'
import styles from './organisations-page.module.css'

const route = getRouteApi('/organisations')

/** The units of the region as a tree of a day; what is known of one, and what can be done with it, opens beside. */
export function OrganisationsPage() {
  const text = useTranslations('organisations')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(organisations(search.day))
  const mayManage = useMay(addOrganisation)
  const [words, setWords] = useState('')
  const [withEnded, setWithEnded] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const choose = (next: OrganisationSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={text('title')}
        note={text('note')}
        actions={
          mayManage && (
            <Button type="primary" onClick={() => setIsAdding(true)}>
              {text('add')}
            </Button>
          )
        }
      />
      <search className={styles.filters}>
        <Input
          allowClear
          className={styles.search ?? ''}
          placeholder={text('search')}
          aria-label={text('search')}
          onChange={({ target }) => setWords(target.value)}
        />
        <label className={styles.day}>
          {text('day')}
          <Input
            type="date"
            value={search.day ?? query.data?.day ?? ''}
            onChange={({ target }) => choose({ day: target.value || undefined })}
          />
        </label>
        {search.day !== undefined && (
          <Button size="small" onClick={() => choose({ day: undefined })}>
            {text('today')}
          </Button>
        )}
        <Checkbox checked={withEnded} onChange={({ target }) => setWithEnded(target.checked)}>
          {text('withEnded')}
        </Checkbox>
      </search>
      <QueryState query={query}>
        {({ day, organisations: units }) => {
          const chosen = units.find(({ id }) => id === search.unit)
          return (
            <>
              <OrganisationTable
                // Another choice opens all that it found.
                key={`${words} ${String(withEnded)} ${day}`}
                rows={organisationRows(units, { words, withEnded })}
                day={day}
                isEmpty={units.length === 0}
                onChoose={(unit) => choose({ unit })}
              />
              <SideDrawer
                title={chosen?.name ?? ''}
                open={chosen !== undefined}
                onClose={() => choose({ unit: undefined })}
              >
                {chosen && (
                  <OrganisationPane
                    key={chosen.id}
                    unit={chosen}
                    units={units}
                    day={day}
                    onChoose={(unit) => choose({ unit })}
                  />
                )}
              </SideDrawer>
              <AddOrganisation
                open={isAdding}
                units={units}
                day={day}
                onClose={() => setIsAdding(false)}
                onAdded={(unit) => choose({ unit })}
              />
            </>
          )
        }}
      </QueryState>
    </>
  )
}
