import type { tryFormula } from '#contract/indicator.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { compile, type Expression } from '#core/expression/compile.ts'
import { explain, inWords } from '#core/expression/explain.ts'
import { parse } from '#core/expression/read/parse.ts'
import { placesOfNames } from '#core/expression/syntax.ts'
import { readSubject, subjectKey } from '#core/indicator/figure.ts'
import { type CompiledLibrary, dependentsOf } from '#core/indicator/library.ts'
import { fewestMembers } from '#core/indicator/suppression.ts'
import type { ReadDb } from '#server/db/db.ts'
import { withFigures } from '../asked-figures.ts'
import { type Looker, subjectsWithin } from '../figure-scope.ts'
import { environmentsOf } from '../figures.ts'
import { cycleProblem, formulaProblem, formulaStep } from './formula-views.ts'
import { libraryAt } from './library.ts'

/** Checks a formula against the library and computes it on the figures of a subject, if one is named. */
export async function tryFormulaOf(
  db: ReadDb,
  looker: Looker,
  input: Parsed<typeof tryFormula>,
): Promise<Answer<typeof tryFormula>> {
  const library = await libraryAt(db, input.asOf)
  const compiled = compile(input.formula, {
    names: namesIn(library),
    ...(input.unit !== undefined && { unit: input.unit }),
  })
  if (!compiled.ok) return { problem: formulaProblem(compiled.error), uses: [] }
  const uses = compiled.value.uses.flatMap((name) => {
    const code = library.codes.get(name)
    return code === undefined ? [] : [{ name, code }]
  })
  const cycle = cycleIn(library, input)
  if (cycle) return { problem: cycle, uses }
  const outcome = await outcomeOf(db, looker, { library, expression: compiled.value }, input)
  return { uses, ...outcome }
}

/** Nothing where the outcome would tell of single enterprises that are not the looker's to see. */
async function outcomeOf(
  db: ReadDb,
  looker: Looker,
  { library, expression }: { library: CompiledLibrary; expression: Expression },
  { subject: about = '', period, asOf }: Parsed<typeof tryFormula>,
) {
  const subject = readSubject(about)
  if (!subject || period === undefined) return {}
  const ground = { region: looker.region, ...(asOf !== undefined && { asOf }) }
  const { explanation, fewest } = await withFigures(db, ground, (asked) => ({
    explanation: explain(
      expression,
      environmentsOf({ library, asked }, subject, period).environment,
    ),
    fewest: asked.fewestBehind(),
  }))
  const isDelicate = subject.kind === 'enterprise' || fewest < fewestMembers
  const open = isDelicate ? await subjectsWithin(db, looker, [subject]) : undefined
  if (open && !open.has(subjectKey(subject))) return {}
  return { outcome: formulaStep(explanation), inWords: inWords(explanation) }
}

function namesIn(library: CompiledLibrary) {
  return new Map(
    [...library.codes].map(([name, code]) => {
      const unit = library.entries.get(code)?.[0]?.definition.unit
      return [name, { kind: 'number' as const, ...(unit !== undefined && { unit }) }]
    }),
  )
}

/** The first name in the formula that is computed from the indicator the formula is meant for. */
function cycleIn(library: CompiledLibrary, { formula, code }: Parsed<typeof tryFormula>) {
  const parsed = parse(formula)
  if (code === undefined || !parsed.ok) return undefined
  const computed = new Set([code, ...dependentsOf(library, [code])])
  for (const place of placesOfNames(parsed.value)) {
    const used = library.codes.get(place.name)
    if (used === undefined || !computed.has(used)) continue
    return cycleProblem(used === code ? [code, code] : [code, used, code], place)
  }
  return undefined
}
