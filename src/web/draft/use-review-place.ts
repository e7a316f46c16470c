import type { DraftFinding, DraftItem } from '#contract/draft.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Aim } from '../document/use-scroll-to-place.ts'
import type { Show } from './review-list.ts'

const route = getRouteApi('/drafts/$draftId')

export type Tab = ItemKind | 'finding'

/** Where the reviewer is: tab, filter and item stand in the address, the place in the text follows. */
export function useReviewPlace(items: readonly DraftItem[], findings: readonly DraftFinding[]) {
  const { tab = 'target', show = 'all', item: activeId } = route.useSearch()
  const navigate = route.useNavigate()
  const placeOf = useCallback(
    (id: string | undefined) =>
      items.find((item) => item.id === id)?.citation.start ??
      findings.find((finding) => finding.id === id)?.citations[0]?.start,
    [items, findings],
  )
  // A reload comes back to the place, not to the head of the document.
  const [aim, setAim] = useState<Aim | undefined>(() => {
    const place = placeOf(activeId)
    return place === undefined ? undefined : { place, ticket: 0 }
  })

  const goTo = useCallback((place: number) => {
    setAim((last) => ({ place, ticket: (last?.ticket ?? 0) + 1 }))
  }, [])

  const choose = useCallback(
    (next: { tab?: Tab; show?: Show; item?: string | undefined }) =>
      void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false }),
    [navigate],
  )

  /** Makes an item active and brings its sentence into view. */
  const open = useCallback(
    (id: string | undefined) => {
      if (id === undefined) return
      choose({ item: id })
      const place = placeOf(id)
      if (place !== undefined) goTo(place)
    },
    [placeOf, choose, goTo],
  )

  /** From the text to the list: the tab and filter change to where the item is seen. */
  const openFromText = useCallback(
    (id: string) => {
      const found = items.find((item) => item.id === id)
      if (!found && !findings.some((finding) => finding.id === id)) return
      choose({ item: id, tab: found ? found.kind : 'finding', show: 'all' })
    },
    [items, findings, choose],
  )

  return { tab, show, activeId, aim, goTo, choose, open, openFromText }
}
