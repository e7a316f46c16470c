import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

/** What all figures of a region follow from: what is known of it, and the library. */
export interface FigureState {
  /** Names the state of the library. */
  readonly library: string
  /** Names what is known of the region; null before anything was. */
  readonly figures: string | null
  /** Names who counts for whom and which series there are, as far as that changed. */
  readonly members: string | null
  /** The moment asked for; absent where nothing has changed since, so that it is the present. */
  readonly asOf?: string
}

interface Present {
  readonly library: string | null
  readonly libraryAt: string
  readonly figures: string | null
  readonly members: string | null
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
      clock.members, clock.known_from as "knownFrom"
    from (select id, at from indicator_version order by id desc limit 1) library
    left join figure_clock clock on clock.region_code = ${region}
  )`
  const row = await db.selectFrom(rows.as('present')).selectAll().executeTakeFirst()
  if (!row || row.library === null) return undefined
  const { library, libraryAt, figures, members, knownFrom } = row
  const isPast = asOf !== undefined && (asOf < libraryAt || asOf < (knownFrom ?? ''))
  if (!isPast) return { library, figures, members }
  // What becomes known is known from later on: it never changes what was known at such a moment.
  return { library, figures: asOf < (knownFrom ?? '') ? settled : figures, members, asOf }
}

const settled = 'settled'

/** Whether nothing that becomes known changes the answer any more. */
export function isSettled({ figures }: FigureState): boolean {
  return figures === settled
}

interface Kept {
  /** Names all the answer was computed from. */
  readonly from: string
  readonly figures: number
  readonly answer: Promise<unknown>
  isThere: boolean
}

interface KeptOfRegion {
  readonly answers: Map<string, Kept>
  figures: number
  /** What is known of each indicator, by the state of the region it was asked in. */
  indicators?: { readonly figures: string; readonly states: ReadonlyMap<string, string> }
}

const byRegion = new Map<string, KeptOfRegion>()
// Each has a present and a past.
const mostRegions = 32
const mostFiguresOfRegion = 40_000
// A table of thousands of figures is looked at once and would push out what many look at.
const mostFiguresAtOnce = 4_000

interface Ground {
  readonly region: string
  readonly state: FigureState
}

interface Question {
  /** The same for the same question, whenever and in whichever state it is asked. */
  readonly question: string
  /** All indicators the answer is computed from. */
  readonly reads: readonly string[]
  /** How many figures the answer has. */
  readonly figures: number
}

/** The answer to one question; see `answersOnce`. */
export async function answerOnce<Answer>(
  db: ReadDb,
  ground: Ground,
  question: Question,
  compute: () => Promise<Answer>,
): Promise<Answer> {
  const [answer] = await answersOnce(db, ground, [question], async () => [await compute()])
  return answer as Answer
}

/**
 * The answers to different questions about a region, in their order: as they were computed before, as long as
 * nothing became known of the indicators they are computed from, who counts for whom is the same and so is the
 * library. Every change gives what it touches another name in its own transaction, so what is kept cannot be older
 * than what the database says. `compute` is given the questions without an answer and answers them in their order.
 */
export async function answersOnce<Answer, Q extends Question>(
  db: ReadDb,
  ground: Ground,
  questions: readonly Q[],
  compute: (missing: readonly Q[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const figures = questions.reduce((sum, each) => sum + each.figures, 0)
  if (ground.state.figures === null || figures > mostFiguresAtOnce) return compute(questions)
  const { region, state } = ground
  const kept = keptOf(isSettled(state) ? `${region} ${settled}` : region)
  const nameOf = await namesIn(db, ground, kept)
  const answers = new Map<string, Promise<unknown>>()
  const missing = questions.filter((each) => {
    const known = keptAnswer(db, kept, each.question, nameOf(each))
    if (known) answers.set(each.question, known)
    return known === undefined
  })
  const computing = missing.length > 0 ? compute(missing) : Promise.resolve([])
  for (const [i, each] of missing.entries()) {
    const answer = computing.then((all) => all[i])
    answers.set(each.question, answer)
    // What is read within a transaction may never become true, and nobody else can wait for it.
    if (db.isTransaction) continue
    keep(kept, each.question, { from: nameOf(each), figures: each.figures, answer, isThere: false })
  }
  const all = await Promise.all(answers.values())
  const byQuestion = new Map([...answers.keys()].map((question, i) => [question, all[i]]))
  return questions.map(({ question }) => byQuestion.get(question) as Answer)
}

function keptOf(place: string): KeptOfRegion {
  const kept = byRegion.get(place) ?? { answers: new Map(), figures: 0 }
  // Taken out and put back, so that the oldest entry is the one longest unused.
  byRegion.delete(place)
  byRegion.set(place, kept)
  const [oldest] = byRegion.keys()
  if (byRegion.size > mostRegions && oldest !== undefined) byRegion.delete(oldest)
  return kept
}

/** What names all that a question is answered from. */
async function namesIn(
  db: ReadDb,
  { region, state }: Ground,
  kept: KeptOfRegion,
): Promise<(question: Question) => string> {
  const { library, figures, members } = state
  if (figures === null || figures === settled) return () => library
  if (kept.indicators?.figures !== figures) {
    const rows = await db
      .selectFrom('figureIndicator')
      .select(['indicator', 'state'])
      .where('regionCode', '=', region)
      .execute()
    const states = new Map(rows.map((row) => [row.indicator, row.state]))
    kept.indicators = { figures, states }
  }
  const { states } = kept.indicators
  return ({ reads }) =>
    [library, members ?? '', ...reads.map((code) => states.get(code) ?? '')].join(' ')
}

function keptAnswer(
  db: ReadDb,
  { answers }: KeptOfRegion,
  question: string,
  from: string,
): Promise<unknown> | undefined {
  const kept = answers.get(question)
  if (kept?.from !== from) return undefined
  // A transaction that waits for who waits for it would never end.
  if (db.isTransaction && !kept.isThere) return undefined
  answers.delete(question)
  answers.set(question, kept)
  return kept.answer
}

function keep(region: KeptOfRegion, question: string, kept: Kept): void {
  drop(region, question)
  region.answers.set(question, kept)
  region.figures += kept.figures
  for (const oldest of region.answers.keys()) {
    if (region.figures <= mostFiguresOfRegion) break
    drop(region, oldest)
  }
  kept.answer.then(
    () => (kept.isThere = true),
    () => {
      if (region.answers.get(question) === kept) drop(region, question)
    },
  )
}

function drop(region: KeptOfRegion, question: string): void {
  region.figures -= region.answers.get(question)?.figures ?? 0
  region.answers.delete(question)
}
