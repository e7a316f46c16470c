import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

/** What all figures of a region follow from: what is known of it, and the library. */
export interface FigureState {
  /** Names the state of the library. */
  readonly library: string
  /** Names what is known of the region; null before anything was. */
  readonly figures: string | null
}

/** The state a region is in, asked in one go; undefined where there is no library yet. */
export async function figureState(db: ReadDb, region: string): Promise<FigureState | undefined> {
  const rows = sql<{ readonly library: string | null; readonly figures: string | null }>`(
    select
      (select id from indicator_version order by id desc limit 1) as library,
      (select state from figure_clock where region_code = ${region}) as figures
  )`
  const row = await db.selectFrom(rows.as('state')).selectAll().executeTakeFirst()
  return row && row.library !== null ? { library: row.library, figures: row.figures } : undefined
}

interface Kept {
  readonly state: FigureState
  readonly answers: Map<string, { readonly answer: unknown; readonly figures: number }>
}

const byRegion = new Map<string, Kept>()
const mostRegions = 16
const mostFiguresOfRegion = 40_000
// A table of thousands of figures is looked at once and would push out what many look at.
const mostFiguresOfAnswer = 4_000

export interface Asked {
  readonly region: string
  readonly state: FigureState
  readonly question: string
  /** How many figures the answer has. */
  readonly figures: number
}

/**
 * The answer to a question about a region: as it was computed before, as long as nothing more became known of
 * the region and the library is the same; every change gives both another name in its own transaction, so what
 * is kept cannot be older than what the database says.
 */
export async function answerOnce<Answer>(
  { region, state, question, figures }: Asked,
  compute: () => Promise<Answer>,
): Promise<Answer> {
  const known = keptIn(region, state)?.answers.get(question)
  if (known) return known.answer as Answer
  const answer = await compute()
  if (state.figures === null || figures > mostFiguresOfAnswer) return answer
  const kept = keptIn(region, state) ?? { state, answers: new Map() }
  kept.answers.set(question, { answer, figures })
  dropOldest(kept.answers)
  byRegion.delete(region)
  byRegion.set(region, kept)
  const [oldest] = byRegion.keys()
  if (byRegion.size > mostRegions && oldest !== undefined) byRegion.delete(oldest)
  return answer
}

function keptIn(region: string, state: FigureState): Kept | undefined {
  const kept = byRegion.get(region)
  const isSame = kept?.state.figures === state.figures && kept.state.library === state.library
  return isSame ? kept : undefined
}

function dropOldest(answers: Kept['answers']): void {
  let figures = 0
  for (const each of answers.values()) figures += each.figures
  for (const [question, each] of answers) {
    if (figures <= mostFiguresOfRegion) return
    answers.delete(question)
    figures -= each.figures
  }
}
