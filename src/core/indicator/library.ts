import { compile, type Declaration, type Expression } from '../expression/compile.ts'
import { parse } from '../expression/read/parse.ts'
import { type ExpressionProblem, placesOfNames } from '../expression/syntax.ts'
import { comparePeriods, endsDuring, type Period } from '../period/period.ts'
import { unit } from '../quantity/unit.ts'
import { err, ok, type Result } from '../result.ts'
import type { IndicatorDefinition, IndicatorLibrary } from './definition.ts'

/** A version of an indicator with its formula ready to be evaluated. */
export interface Entry {
  readonly definition: IndicatorDefinition
  readonly expression?: Expression
}

/** A library that has passed every check. */
export interface CompiledLibrary {
  /** Versions by code, oldest first. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** Codes by code, name, English name and alias. */
  readonly codes: ReadonlyMap<string, string>
  /** Codes in an order in which every formula comes after what it reads. */
  readonly order: readonly string[]
  /** Codes whose formulas read a code directly. */
  readonly readers: ReadonlyMap<string, readonly string[]>
  /** All codes that a code is computed from in the end, with those between and itself. */
  readonly behind: ReadonlyMap<string, readonly string[]>
}

/** What is wrong with a library, with the indicator and, in a formula, the place. */
export type LibraryProblem = { readonly indicator: string } & (
  | { readonly code: 'code-not-kebab-case' }
  | { readonly code: 'name-taken'; readonly name: string; readonly by: string }
  | { readonly code: 'versions-overlap' }
  | { readonly code: 'unit-changed' }
  | { readonly code: 'unit-unknown'; readonly unit: string }
  | { readonly code: 'rate-summed' }
  | { readonly code: 'ratio-without-formula' }
  | {
      readonly code: 'formula-wrong'
      readonly formula: string
      readonly problem: ExpressionProblem
    }
  | {
      readonly code: 'cycle'
      readonly formula: string
      /** From the indicator along the names its formulas read back to it. */
      readonly path: readonly string[]
      readonly start: number
      readonly end: number
    }
)

/** Checks a library as a whole: names, versions, units, formulas, cycles. All problems are told at once. */
export function compileLibrary(
  library: IndicatorLibrary,
): Result<CompiledLibrary, readonly LibraryProblem[]> {
  const byCode = Map.groupBy(library, (definition) => definition.code)
  const { codes, problems: taken } = namesOf(library)
  const declared = new Map<string, Declaration>(
    [...codes].map(([name, code]) => [name, declaration(byCode.get(code) ?? [])]),
  )
  const problems: LibraryProblem[] = [...taken, ...[...byCode.values()].flatMap(versionProblems)]
  const entries = new Map<string, readonly Entry[]>()
  for (const [code, versions] of byCode) {
    const compiled = versions.map((version) => entryOf(version, declared))
    problems.push(...compiled.flatMap((each) => (each.ok ? [] : [each.error])))
    entries.set(code, compiled.flatMap((each) => (each.ok ? [each.value] : [])).toSorted(byTime))
  }
  const { order, cycles } = ordered(entries, codes)
  problems.push(...cycles)
  if (problems.length > 0) return err(problems)
  const readers = readersOf(entries, codes)
  return ok({ entries, codes, order, readers, behind: behindOf(entries, codes, order) })
}

/** The version of an indicator, by any of its names, that holds at `period`. */
export function entryAt(library: CompiledLibrary, name: string, period: Period): Entry | undefined {
  const code = library.codes.get(name)
  const versions = code === undefined ? undefined : library.entries.get(code)
  return versions?.find(({ definition: { from, to } }) => endsDuring(period, from, to))
}

/** Codes the formulas of `code` read, directly. */
export function inputsOf(library: CompiledLibrary, code: string): readonly string[] {
  return inputs(library.entries.get(code) ?? [], library.codes)
}

/** The codes without a formula that `code` rests on in the end; itself where it has none. */
export function leavesOf(library: CompiledLibrary, code: string): readonly string[] {
  const behind = library.behind.get(code) ?? [code]
  return behind.filter((each) => inputsOf(library, each).length === 0)
}

/** All codes computed from any of `codes`, in the order to compute them in. */
export function dependentsOf(library: CompiledLibrary, codes: Iterable<string>): readonly string[] {
  const found = new Set<string>()
  const open = [...codes]
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    for (const reader of library.readers.get(code) ?? []) {
      if (!found.has(reader)) open.push(reader)
      found.add(reader)
    }
  }
  return library.order.filter((code) => found.has(code))
}

function namesOf(library: IndicatorLibrary): {
  readonly codes: Map<string, string>
  readonly problems: readonly LibraryProblem[]
} {
  const codes = new Map<string, string>()
  const problems: LibraryProblem[] = []
  for (const { code, name, englishName, aliases } of library) {
    for (const each of new Set([code, name, englishName, ...aliases])) {
      const owner = codes.get(each)
      if (owner === undefined) codes.set(each, code)
      else if (owner !== code)
        problems.push({ code: 'name-taken', indicator: code, name: each, by: owner })
    }
  }
  return { codes, problems }
}

function declaration([first]: readonly IndicatorDefinition[]): Declaration {
  return { kind: 'number', ...(first && { unit: first.unit }) }
}

function versionProblems(versions: readonly IndicatorDefinition[]): LibraryProblem[] {
  const [first] = versions
  if (!first) return []
  const indicator = first.code
  const problems: LibraryProblem[] = []
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(indicator))
    problems.push({ code: 'code-not-kebab-case', indicator })
  if (versions.some((version) => version.unit !== first.unit))
    problems.push({ code: 'unit-changed', indicator })
  if (!unit(first.unit)) problems.push({ code: 'unit-unknown', indicator, unit: first.unit })
  if (versions.some(({ kind, overSpace }) => kind === 'rate' && overSpace === 'sum'))
    problems.push({ code: 'rate-summed', indicator })
  if (versions.some(({ overSpace, formula }) => overSpace === 'ratio' && formula === undefined))
    problems.push({ code: 'ratio-without-formula', indicator })
  if (overlaps(versions)) problems.push({ code: 'versions-overlap', indicator })
  return problems
}

function overlaps(versions: readonly IndicatorDefinition[]): boolean {
  const inTime = versions.toSorted((a, b) => compareStarts(a.from, b.from))
  return inTime.some(({ from }, index) => {
    const before = inTime[index - 1]
    if (!before) return false
    return from === undefined || before.to === undefined || comparePeriods(before.to, from) >= 0
  })
}

function byTime(a: Entry, b: Entry): number {
  return compareStarts(a.definition.from, b.definition.from)
}

function compareStarts(a: Period | undefined, b: Period | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return comparePeriods(a, b)
}

function entryOf(
  definition: IndicatorDefinition,
  names: ReadonlyMap<string, Declaration>,
): Result<Entry, LibraryProblem> {
  const { code: indicator, formula } = definition
  if (formula === undefined) return ok({ definition })
  // An unknown unit of the definition is a problem of its own.
  const wanted = unit(definition.unit) ? { unit: definition.unit } : {}
  const compiled = compile(formula, { names, kind: 'number', ...wanted })
  return compiled.ok
    ? ok({ definition, expression: compiled.value })
    : err({ code: 'formula-wrong', indicator, formula, problem: compiled.error })
}

function inputs(versions: readonly Entry[], codes: ReadonlyMap<string, string>): readonly string[] {
  const used = versions.flatMap(({ expression }) => expression?.uses ?? [])
  return [...new Set(used.flatMap((name) => codes.get(name) ?? []))]
}

function readersOf(
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const [code, versions] of entries) {
    for (const input of inputs(versions, codes)) {
      readers.set(input, [...(readers.get(input) ?? []), code])
    }
  }
  return readers
}

function behindOf(
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlyMap<string, string>,
  order: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const behind = new Map<string, readonly string[]>()
  // Every formula comes after what it reads.
  for (const code of order) {
    const read = inputs(entries.get(code) ?? [], codes).flatMap((input) => behind.get(input) ?? [])
    behind.set(code, [...new Set([code, ...read])])
  }
  return behind
}

/** Depth first; a code met again on its own path closes a cycle, which is told once. */
function ordered(
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlyMap<string, string>,
): { readonly order: readonly string[]; readonly cycles: readonly LibraryProblem[] } {
  const order: string[] = []
  const cycles: LibraryProblem[] = []
  const done = new Set<string>()
  const visit = (code: string, path: readonly string[]): void => {
    const closed = path.indexOf(code)
    if (closed !== -1) {
      cycles.push(cycleProblem(path.slice(closed), entries, codes))
      return
    }
    if (done.has(code)) return
    for (const input of inputs(entries.get(code) ?? [], codes)) visit(input, [...path, code])
    if (!done.has(code)) order.push(code)
    done.add(code)
  }
  for (const code of entries.keys()) visit(code, [])
  return { order, cycles }
}

function cycleProblem(
  path: readonly string[],
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlyMap<string, string>,
): LibraryProblem {
  const [indicator = '', next = indicator] = path
  const formula =
    (entries.get(indicator) ?? []).find((entry) => inputs([entry], codes).includes(next))
      ?.definition.formula ?? ''
  const parsed = parse(formula)
  const places = parsed.ok ? placesOfNames(parsed.value) : []
  const place = places.find(({ name }) => codes.get(name) === next)
  return {
    code: 'cycle',
    indicator,
    formula,
    path: [...path, indicator],
    start: place?.start ?? 0,
    end: place?.end ?? formula.length,
  }
}
