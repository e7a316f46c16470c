import { compile } from '../expression/compile.ts'
import { type Explanation, explain } from '../expression/explain.ts'
import type { Value } from '../expression/value.ts'
import { parsePeriod, type Period } from '../period/period.ts'
import { type FiguresAtOptions, figuresAt } from './figures-at.ts'
import { entryAt } from './library.ts'

/** Where a value comes from, as a tree: a formula, the parts of it, the figures it reads, the places that told them. */
export interface Lineage<Source> {
  /** The part of the formula, as it is written; of an indicator its name. */
  readonly text: string
  readonly value: Value
  readonly unit?: string
  readonly period?: Period
  /** Of a base that was reported as 上年同期, the period of the report it stands in. */
  readonly beside?: Period
  /** Code, where the part is an indicator. */
  readonly indicator?: string
  /**
   * `formula`: an indicator computed from its only part; `reported`: one that was told; `operation`: a step of a
   * formula; `constant`: a figure that stands in the formula itself.
   */
  readonly origin: 'formula' | 'reported' | 'operation' | 'constant'
  /** Of what was reported: the cell, span or submission. */
  readonly source?: Source
  readonly parts: readonly Lineage<Source>[]
}

export interface LineageOptions<Source> extends FiguresAtOptions {
  /** Where a figure was told; `isBase` asks for what was told beside it as 上年同期. */
  readonly sourceOf: (code: string, period: Period, isBase: boolean) => Source | undefined
}

/** The lineage of an indicator at a period; undefined where the library has no such name then. */
export function lineageOf<Source>(
  options: LineageOptions<Source>,
  name: string,
): Lineage<Source> | undefined {
  const { library, period } = options
  const entry = entryAt(library, name, period)
  if (!entry) return undefined
  const { definition } = entry
  const names = new Map([[definition.name, { unit: definition.unit }]])
  // A single name, which brackets make a name whatever it is made of.
  const compiled = compile(`【${definition.name}】`, { names })
  if (!compiled.ok) return undefined
  const drawn = lineage(explain(compiled.value, figuresAt(options)), options)
  return { ...drawn, text: definition.name }
}

function lineage<Source>(
  explanation: Explanation,
  options: LineageOptions<Source>,
): Lineage<Source> {
  const { text, value, unit, name } = explanation
  const period = periodIn(explanation.when)
  const entry =
    name === undefined ? undefined : entryAt(options.library, name, period ?? options.period)
  const code = entry?.definition.code
  const isReported = entry !== undefined && entry.expression === undefined
  const besides = isReported ? periodIn(explanation.beside) : undefined
  // Where no base was told, growth falls back on last year's own figure.
  const wasTold =
    code !== undefined && besides && options.figures.base?.(code, besides) !== undefined
  const beside = wasTold ? besides : undefined
  const source =
    isReported && code !== undefined && period
      ? options.sourceOf(code, beside ?? period, beside !== undefined)
      : undefined
  return {
    text,
    value,
    ...(unit !== undefined && { unit }),
    ...(period && { period }),
    ...(beside && { beside }),
    ...(code !== undefined && { indicator: code }),
    origin: entry ? (isReported ? 'reported' : 'formula') : originOf(explanation),
    ...(source !== undefined && { source }),
    parts: explanation.parts.map((part) => lineage(part, options)),
  }
}

function periodIn(text: string | undefined): Period | undefined {
  return text === undefined ? undefined : parsePeriod(text)
}

function originOf({ parts, text }: Explanation): 'operation' | 'constant' {
  return parts.length === 0 && /^[\d.'"“‘]/u.test(text) ? 'constant' : 'operation'
}

/** The reported figures a value rests on, each once, in the order they are read. */
export function reportedIn<Source>(tree: Lineage<Source>): readonly Lineage<Source>[] {
  const found = new Map<string, Lineage<Source>>()
  const walk = (node: Lineage<Source>): void => {
    if (node.origin === 'reported') {
      const key = `${node.indicator} ${node.period ?? ''}`
      if (!found.has(key)) found.set(key, node)
    }
    for (const part of node.parts) walk(part)
  }
  walk(tree)
  return [...found.values()]
}
