import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

/** What all figures of a region follow from: what is known of it, and the library. */
export interface FigureState {
  /** Names the state of the library. */
  readonly library: string
  /** Names what is known of the region; null before anything was. */
  readonly figures: string | null
  /** The moment asked for; absent where nothing has changed since, so that it is the present. */
  readonly asOf?: string
}

interface Present {
  readonly library: string | null
  readonly libraryAt: string
  readonly figures: string | null
  readonly knownFrom: string | null
}

/**
 * The state a region is in for who asks for its figures as of a moment, asked in one go; undefined where
 * there is no library yet.
 */
export async function figureState(
  db: ReadDb,
  region: string,
  asOf: string | undefined,
): Promise<FigureState | undefined> {
  const rows = sql<Present>`(
    select library.id as library, library.at as "libraryAt", clock.state as figures,
      clock.known_from as "knownFrom"
    from (select id, at from indicator_version order by id desc limit 1) library
    left join figure_clock clock on clock.region_code = ${region}
  )`
  const row = await db.selectFrom(rows.as('present')).selectAll().executeTakeFirst()
  if (!row || row.library === null) return undefined
  const { library, libraryAt, figures, knownFrom } = row
  const isPast = asOf !== undefined && (asOf < libraryAt || asOf < (knownFrom ?? ''))
  if (!isPast) return { library, figures }
  // What becomes known is known from later on: it never changes what was known at such a moment.
  return { library, figures: asOf < (knownFrom ?? '') ? settled : figures, asOf }
}

const settled = 'settled'

interface Kept {
  readonly state: FigureState
  readonly answers: Map<string, { readonly answer: unknown; readonly figures: number }>
}

const byRegion = new Map<string, Kept>()
// Each has a present and a past.
const mostRegions = 32
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
  const place = placeOf(region, state)
  byRegion.delete(place)
  byRegion.set(place, kept)
  const [oldest] = byRegion.keys()
  if (byRegion.size > mostRegions && oldest !== undefined) byRegion.delete(oldest)
  return answer
}

function keptIn(region: string, state: FigureState): Kept | undefined {
  const kept = byRegion.get(placeOf(region, state))
  const isSame = kept?.state.figures === state.figures && kept.state.library === state.library
  return isSame ? kept : undefined
}

/** What is settled stays when the present goes. */
function placeOf(region: string, { figures }: FigureState): string {
  return figures === settled ? `${region} ${settled}` : region
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
