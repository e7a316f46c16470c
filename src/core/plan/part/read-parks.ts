import { type Citation, cite } from '../../document/citation.ts'
import { type Document, textAt } from '../../document/document.ts'
import type { Quantity } from '../../quantity/quantity.ts'
import { readCell } from '../../quantity/read-cell.ts'
import { scanQuantities } from '../../quantity/scan-quantities.ts'
import { segmentName } from './industry-name.ts'
import { isBackground } from '../outline.ts'
import { outputGoal } from './output-goal.ts'
import { parkKey, parkName, parkNameAtStart } from './park-name.ts'
import { plainQuantity } from './plain-quantity.ts'
import type { Park, Plan } from '../plan.ts'
import { cellText, columnOf, unitInHead, viewOf } from '../table-view.ts'

/**
 * The parks, zones and groups a plan develops, with role, industries, areas and the output promised
 * for the end of the period. What prose and tables say of one park is put together.
 */
export function readParks(document: Document, period: Plan['period']): Park[] {
  return merged([
    ...parksInTables(document, period),
    ...parksInProse(document, period),
    ...parksInQuotes(document, period),
    ...parksWithCommittee(document),
  ])
}

function parksInTables(document: Document, period: Plan['period']): Park[] {
  return document.blocks
    .filter((block) => block.kind === 'table')
    .flatMap((table) => {
      const { heads, rows } = viewOf(table)
      const name = columnOf(heads, /园区名称|园区|开发区|组团|片区|平台名称|载体|区块/, /^名称$/)
      if (name === undefined) return []
      const role = columnOf(heads, /定位/)
      const industries = columnOf(heads, /主导产业|产业方向|重点产业|发展产业|产业布局|产业/)
      const area = columnOf(heads, /面积|规模|范围/)
      const goal = heads.findLastIndex((head) => /产值|目标|收入/.test(head))
      if ([role, industries, area].every((column) => column === undefined) && goal < 0) return []
      return rows.flatMap((row) => {
        const park = parkName(cellText(row, name))
        const citation = cite(document, table, { start: row.start, end: row.end })
        return park === undefined
          ? []
          : [
              parkOf({
                name: park,
                role: cellText(row, role),
                industries: namesIn(cellText(row, industries)),
                area: areasInCell(cellText(row, area), heads[area ?? -1] ?? ''),
                goal: goalInCell(cellText(row, goal), heads[goal] ?? '', period),
                citation,
              }),
            ]
      })
    })
}

/** An area in words (规划面积12平方公里，已建成3平方公里), or a bare figure whose unit is in the head. */
function areasInCell(text: string, head: string): Quantity[] {
  const said = areasIn(text, /.*/)
  const reading = said.length > 0 ? undefined : readCell(text, unitInHead(head))
  if (reading?.kind !== 'quantity' || reading.quantity.unit === undefined) return said
  return [reading.quantity]
}

function goalInCell(text: string, head: string, { end }: Plan['period']): Quantity | undefined {
  const reading = readCell(text, unitInHead(head))
  const isBare = reading.kind === 'quantity' && reading.quantity.unit?.endsWith('元') === true
  return outputGoal(`产值${text}`, end) ?? (isBare ? reading.quantity : undefined)
}

/** Paragraphs, and sentences inside of them, that open with a park and say what it is for. */
function parksInProse(document: Document, period: Plan['period']): Park[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.box || block.role === 'contents') return []
    if (isBackground(document, block)) return []
    const heading = parkInHeading(document, block.path.at(-1))
    return passagesOfParks(textAt(document, block), heading).flatMap(({ name, text, at }) => {
      const start = block.start + at
      const park = parkOf({
        name,
        role: roleIn(text),
        industries: industriesIn(text),
        area: areasIn(text),
        goal: outputGoal(text, period.end),
        citation: cite(document, block, { start, end: start + text.trimEnd().length }),
      })
      // A park that is only mentioned is none of the plan's own.
      const says = park.industries.length + park.area.length > 0 || park.goal !== undefined
      return says || (/^.{2,26}?[：:。]/.test(text) && park.role !== undefined) ? [park] : []
    })
  })
}

interface ParkPassage {
  readonly name: string
  readonly text: string
  /** Where it begins in its paragraph. */
  readonly at: number
}

/** Where a region has one of a sort, it goes by that: 高新区：聚焦生物医药. */
const onlyPark = /^\s*(高新区|经开区|综保区|保税区|临空区)[：:。]/

/** Sentences belong to the park named last: 甲园区发展…；乙园区发展…. */
function passagesOfParks(text: string, heading: string | undefined): ParkPassage[] {
  const passages: ParkPassage[] = []
  let at = 0
  for (const sentence of text.split(/(?<=[。；])/)) {
    const last = passages.at(-1)
    const name =
      parkNameAtStart(sentence) ?? onlyPark.exec(sentence)?.[1] ?? (last ? undefined : heading)
    if (name !== undefined && name !== last?.name) passages.push({ name, text: sentence, at })
    else if (last) passages[passages.length - 1] = { ...last, text: `${last.text}${sentence}` }
    at += sentence.length
  }
  return passages
}

/** A heading that is the name of a park: the paragraphs below speak of it. */
function parkInHeading(document: Document, index: number | undefined): string | undefined {
  const heading = index === undefined ? undefined : document.blocks[index]
  return heading?.kind === 'heading' ? parkName(textAt(document, heading.title)) : undefined
}

const quoted = /“([^“”]{4,26})”/g

/** “某某产业合作示范园” is a name where its quotation marks say so and a figure follows. */
function parksInQuotes(document: Document, period: Plan['period']): Park[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'heading' || isBackground(document, block)) return []
    const text = textAt(document, block)
    return [...text.matchAll(quoted)].flatMap((match) => {
      const name = parkName(match[1] ?? '')
      const sentence = text.slice(
        match.index,
        match.index + text.slice(match.index).search(/[。\n]|$/),
      )
      const goal = name && outputGoal(sentence.slice(match[0].length), period.end)
      if (!name || !goal) return []
      const start = block.start + match.index
      const citation = cite(document, block, { start, end: start + sentence.length })
      return [parkOf({ name, role: undefined, industries: [], area: [], goal, citation })]
    })
  })
}

const withCommittee =
  /(?<=^|[、，；：。\s（）()])([\u4e00-\u9fa5]{3,16}(?:园区|产业园|工业园|开发区|高新区|新区|新城|保税区))管(?:理)?委(?:员)?会/g

/** A park with a committee of its own that is given tasks: 某工业园区管委会. */
function parksWithCommittee(document: Document): Park[] {
  const names = new Map<string, Park>()
  for (const block of document.blocks) {
    const text = textAt(document, block)
    for (const match of text.matchAll(withCommittee)) {
      const name = parkName(match[1] ?? '')
      if (name === undefined || names.has(name)) continue
      const start = block.start + match.index
      const citation = cite(document, block, { start, end: start + match[0].length })
      names.set(
        name,
        parkOf({ name, role: undefined, industries: [], area: [], goal: undefined, citation }),
      )
    }
  }
  return [...names.values()]
}

interface Reading {
  readonly name: string
  readonly role: string | undefined
  readonly industries: readonly string[]
  readonly area: readonly Quantity[]
  readonly goal: Quantity | undefined
  readonly citation: Citation
}

function parkOf({ name, role, industries, area, goal, citation }: Reading): Park {
  return { name, ...(role && { role }), industries, area, ...(goal && { goal }), citation }
}

/** 作为…核心区, 打造…基地, 定位为…. */
function roleIn(text: string): string | undefined {
  return /(?:定位为|功能定位[为：:]|作为|打造成?为?|建设成为)([^，。；]{4,40}?)(?=[，。；])/.exec(
    text,
  )?.[1]
}

const industryLists =
  /(?:重点发展|主要发展|重点承接|主要承接|大力发展|主要布局发展|主要布局|重点布局|布局发展|主导产业(?:为|是|：)|培育壮大|着力发展|聚焦(?:发展)?)([^。；]{2,120})/g

/** 以甲、乙为主导产业. */
const leadingIndustries = /以([^，。；]{2,60}?)(?:等)?为(?:主导|支柱|核心|特色)(?:产业)?(?!的)/g

function industriesIn(text: string): string[] {
  const lists = [...text.matchAll(leadingIndustries), ...text.matchAll(industryLists)]
  return [...new Set(lists.flatMap(([, list = '']) => namesIn(list)))]
}

/** 甲、乙产业，以丙为代表的丁产业 → 甲, 乙产业, 丁产业. */
function namesIn(list: string): string[] {
  const plain = list
    .split(/，(?=主要|布局|分布|打造|建设|推动|推进|形成|构建|加快|力争|到|规划|占地|其中|产值)/, 1)
    .join('')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/以[^，。；]{2,60}?为(?:代表|核心|主导?|重点)的/g, '')
    .replace(/(?:，|。)?非禁即入.*$/, '')
  const names = plain
    .split(/[、，,；;。/]|和(?=[\u4e00-\u9fa5]{2})|以及/)
    .map((name) =>
      name.replace(/等.*$|[两三四五六七八九十\d]+大.*$|为(?:代表|核心|主).*$/, '').trim(),
    )
    .filter((name) => !/面积|规划|平方|公顷|亿/.test(name))
    .flatMap((name) => segmentName(name) ?? [])
  return [...new Set(names)]
}

/** 规划面积38平方公里, 总体规划范围约4.2km²: the words that say which area stand in `text`. */
function areasIn(text: string, says = /面积|范围|规划|建成|占地|首开|核心|用地|拓展/): Quantity[] {
  return scanQuantities(text).flatMap((found) => {
    if (!/^(?:平方公里|平方千米|km²|km2|公顷|亩|万亩)$/.test(found.unit ?? '')) return []
    const before = /[\u4e00-\u9fa5“”\d]{0,16}$/.exec(text.slice(0, found.start))?.[0] ?? ''
    if (!says.test(before)) return []
    return [{ ...plainQuantity(found), text: `${before}${found.text}`.trim() }]
  })
}

function merged(parks: readonly Park[]): Park[] {
  const groups: Park[] = []
  for (const park of parks) {
    const at = groups.findIndex((other) => isSame(other.name, park.name))
    const known = groups[at]
    if (known) groups[at] = together(known, park)
    else groups.push(park)
  }
  return groups.toSorted((left, right) => left.citation.start - right.citation.start)
}

function isSame(left: string, right: string): boolean {
  const [one, other] = [parkKey(left), parkKey(right)]
  return (
    one === other ||
    (one.length > 4 && other.endsWith(one)) ||
    (other.length > 4 && one.endsWith(other))
  )
}

/** What a table states goes before what prose says; figures are not repeated. */
function together(known: Park, more: Park): Park {
  const area = [...known.area]
  for (const one of more.area) {
    if (!area.some(({ value, unit }) => value === one.value && unit === one.unit)) area.push(one)
  }
  const role = known.role ?? more.role
  const goal = known.goal ?? more.goal
  return {
    ...known,
    ...(role && { role }),
    industries: known.industries.length > 0 ? known.industries : more.industries,
    area,
    ...(goal && { goal }),
  }
}
