import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { formatNumber } from '../number-format.ts'
import { numberOf, valueOf } from './values.ts'

/** Gives the automatic number of the next paragraph of a list; paragraphs are asked in their order. */
export type Numberer = (listId: string, level: number) => string | undefined

interface Level {
  readonly format: string
  /** `第%1章`, `%1.%2`; for bullets the bullet. */
  readonly text: string
  readonly start: number
  /** All its parts in Arabic digits, though the levels above count otherwise. */
  readonly isLegal: boolean
  /** The level (from 1) after which it starts over; 0 never; absent: any level above. */
  readonly restart: number | undefined
  /** Paragraphs of this style stand on the level though they name none. */
  readonly style: string | undefined
}

interface List {
  /** Lists of one abstract definition count together. */
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, Level>
  /** Where this list, when it is first used, makes the common count start over. */
  readonly startOverrides: ReadonlyMap<number, number>
}

export type Lists = ReadonlyMap<string, List>

/** Reads `word/numbering.xml`. */
export function listsOf(numbering: XmlElement | undefined): Lists {
  const definitions = new Map(
    childrenOf(numbering, 'w:abstractNum').map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      element,
    ]),
  )
  return new Map(
    childrenOf(numbering, 'w:num').map((element) => [
      element.attributes['w:numId'] ?? '',
      listOf(element, definitions),
    ]),
  )
}

/** The level on which a style puts its paragraphs, where the list itself names the style. */
export function levelOfStyle(lists: Lists, listId: string, style: string): number | undefined {
  const levels = lists.get(listId)?.levels ?? []
  return [...levels].find(([, level]) => level.style === style)?.[0]
}

export function numberer(lists: Lists): Numberer {
  const counts = new Map<string, (number | undefined)[]>()
  const used = new Set<string>()
  return (listId, levelIndex) => {
    const list = lists.get(listId)
    const level = list?.levels.get(levelIndex)
    if (list === undefined || level === undefined) return undefined
    const count = counts.get(list.abstractId) ?? []
    counts.set(list.abstractId, count)
    if (!used.has(listId)) restart(count, list)
    used.add(listId)
    step(count, list, levelIndex)
    return printed(list, level, count)
  }
}

function restart(count: (number | undefined)[], list: List): void {
  for (const [index] of list.startOverrides) count[index] = undefined
}

function step(count: (number | undefined)[], list: List, levelIndex: number): void {
  const before = count[levelIndex]
  count[levelIndex] = before === undefined ? startOf(list, levelIndex) : before + 1
  for (let below = levelIndex + 1; below < 9; below += 1) {
    const restartAfter = list.levels.get(below)?.restart
    if (restartAfter === undefined || (restartAfter > 0 && levelIndex < restartAfter)) {
      count[below] = undefined
    }
  }
}

function startOf(list: List, levelIndex: number): number {
  return list.startOverrides.get(levelIndex) ?? list.levels.get(levelIndex)?.start ?? 1
}

function printed(list: List, level: Level, count: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return bullet(level.text)
  return level.text.replace(/%(\d)/g, (_whole, digit: string) => {
    const index = Number(digit) - 1
    const format = level.isLegal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal')
    return formatNumber(format, count[index] ?? startOf(list, index))
  })
}

// Bullets of symbol fonts live in the private use area, where other fonts show nothing.
function bullet(text: string): string {
  return /^[\p{Co}\s]*$/u.test(text) ? '●' : text
}

function listOf(element: XmlElement, definitions: ReadonlyMap<string, XmlElement>): List {
  const abstractId = valueOf(element, 'w:abstractNumId') ?? ''
  const definition = linked(definitions.get(abstractId), definitions)
  const levels = new Map(childrenOf(definition, 'w:lvl').map(levelEntry))
  const startOverrides = new Map<number, number>()
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const index = Number(override.attributes['w:ilvl'] ?? 0)
    const replaced = childOf(override, 'w:lvl')
    if (replaced !== undefined) levels.set(index, levelEntry(replaced)[1])
    const start = numberOf(override, 'w:startOverride')
    if (start !== undefined) startOverrides.set(index, start)
  }
  return { abstractId, levels, startOverrides }
}

/** A definition may hold nothing but the name of the list style that defines it. */
function linked(
  definition: XmlElement | undefined,
  definitions: ReadonlyMap<string, XmlElement>,
): XmlElement | undefined {
  const style = valueOf(definition, 'w:numStyleLink')
  if (style === undefined) return definition
  return [...definitions.values()].find((other) => valueOf(other, 'w:styleLink') === style)
}

function levelEntry(element: XmlElement): readonly [number, Level] {
  return [
    Number(element.attributes['w:ilvl'] ?? 0),
    {
      format: valueOf(element, 'w:numFmt') ?? 'decimal',
      text: valueOf(element, 'w:lvlText') ?? '',
      start: numberOf(element, 'w:start') ?? 1,
      isLegal: childOf(element, 'w:isLgl') !== undefined,
      restart: numberOf(element, 'w:lvlRestart'),
      style: valueOf(element, 'w:pStyle'),
    },
  ]
}
