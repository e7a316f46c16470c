import type { MatterSearch } from '../search.ts'
import type { MatterQuestion } from './queries.ts'

/** What is asked of the server where the address says this; without a phase what is over is left out. */
export function questionOf(search: MatterSearch): MatterQuestion {
  const { view = 'all', text, meetingId, planId, list, dueFrom, dueTo } = search
  return {
    view,
    phase: search.phase ?? (view === 'all' ? ['open', 'held'] : []),
    kind: search.kind ?? [],
    lamp: search.lamp ?? [],
    slip: search.slip ?? [],
    mark: search.mark ?? [],
    unit: search.unit ?? [],
    lead: search.lead ?? [],
    state: search.state ?? [],
    chapter: search.chapter ?? [],
    ...(meetingId !== undefined && { meetingId }),
    ...(planId !== undefined && { planId }),
    ...(list !== undefined && { list }),
    ...(dueFrom !== undefined && { dueFrom }),
    ...(dueTo !== undefined && { dueTo }),
    ...(text && { text }),
  }
}

/** The address without any filter; what is shown and how stays. */
export const unfiltered = {
  phase: undefined,
  kind: undefined,
  lamp: undefined,
  slip: undefined,
  mark: undefined,
  unit: undefined,
  lead: undefined,
  state: undefined,
  chapter: undefined,
  meetingId: undefined,
  planId: undefined,
  list: undefined,
  dueFrom: undefined,
  dueTo: undefined,
  text: undefined,
} satisfies MatterSearch

/** How many filters are set. */
export function filtersSet(search: MatterSearch): number {
  return Object.keys(unfiltered).filter(
    (key) => search[key as keyof typeof unfiltered] !== undefined,
  ).length
}
