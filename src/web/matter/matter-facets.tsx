import type { countMatters } from '#contract/matter.ts'
import type { Reply } from '#contract/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { MatterSearch } from '../search.ts'
import { matterRules } from './queries.ts'
import styles from './matters.module.css'

type Counts = Reply<typeof countMatters>
type By = NonNullable<MatterSearch['by']>

const groups: readonly By[] = ['lead', 'chapter', 'meeting', 'kind', 'state']
const shownFirst = 12

interface Facet {
  readonly key: string
  readonly name: string
  readonly count: number
}

/** How many there are by unit, chapter, meeting, kind or state; one click leaves those alone. */
export function MatterFacets({
  search,
  counts,
  onChoose,
}: {
  search: MatterSearch
  counts: Counts
  onChoose: (next: MatterSearch) => void
}) {
  const text = useTranslations('matters')
  const [isAll, setIsAll] = useState(false)
  const names = useNames()
  const by = search.by ?? 'lead'
  const facets = facetsOf(by, counts, names)
  const chosen = chosenOf(by, search)
  const shown = isAll ? facets : facets.slice(0, shownFirst)
  return (
    <section className={styles.facets} aria-label={text('facets')}>
      <Segmented
        size="small"
        value={by}
        aria-label={text('facets')}
        onChange={(next) => onChoose({ by: next })}
        options={groups.map((value) => ({ value, label: text(`by.${value}`) }))}
      />
      <span className={styles.note}>{text('total', { count: counts.total })}</span>
      {shown.map(({ key, name, count }) => {
        const isChosen = chosen.includes(key)
        return (
          <Button
            key={key}
            size="small"
            type={isChosen ? 'primary' : 'default'}
            aria-pressed={isChosen}
            onClick={() => onChoose(choice(by, isChosen ? undefined : key))}
          >
            {name} {count}
          </Button>
        )
      })}
      {facets.length > shownFirst && (
        <Button size="small" type="link" onClick={() => setIsAll(!isAll)}>
          {isAll ? text('fewerFacets') : text('allFacets', { count: facets.length })}
        </Button>
      )}
    </section>
  )
}

interface Names {
  readonly kinds: ReadonlyMap<string, string>
  readonly states: ReadonlyMap<string, string>
}

function useNames(): Names {
  const { data } = useQuery(matterRules())
  return {
    kinds: new Map((data?.kinds ?? []).map(({ code, name }) => [code, name])),
    states: new Map(
      (data?.workflows ?? []).flatMap(({ states }) => states.map(({ code, name }) => [code, name])),
    ),
  }
}

function facetsOf(by: By, counts: Counts, { kinds, states }: Names): readonly Facet[] {
  switch (by) {
    case 'lead':
      return counts.byLead
    case 'meeting':
      return counts.byMeeting
    case 'chapter':
      return named(counts.byChapter, (key) => key)
    case 'kind':
      return named(counts.byKind, (key) => kinds.get(key) ?? key)
    case 'state':
      return named(counts.byState, (key) => states.get(key) ?? key)
  }
}

function named(
  rows: readonly { readonly key: string; readonly count: number }[],
  nameOf: (key: string) => string,
): readonly Facet[] {
  return rows.map(({ key, count }) => ({ key, count, name: nameOf(key) }))
}

function chosenOf(by: By, search: MatterSearch): readonly string[] {
  if (by === 'meeting') return search.meetingId === undefined ? [] : [search.meetingId]
  return search[by] ?? []
}

function choice(by: By, key: string | undefined): MatterSearch {
  if (by === 'meeting') return { meetingId: key }
  return { [by]: key === undefined ? undefined : [key] }
}
