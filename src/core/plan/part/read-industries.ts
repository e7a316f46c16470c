import { cite } from '../../document/citation.ts'
import {
  type Block,
  type Document,
  type Paragraph,
  type Span,
  textAt,
} from '../../document/document.ts'
import {
  groupRole,
  industryKey,
  industryName,
  isIndustryChapter,
  roleIn,
  segmentName,
} from './industry-name.ts'
import { listedIndustries, tabledIndustries } from './listed-industries.ts'
import {
  blocksUnder,
  childrenOf,
  isBackground,
  isCreed,
  leadInOf,
  type Section,
  sectionsOf,
} from '../outline.ts'
import { outputGoal } from './output-goal.ts'
import type { Industry, Plan } from '../plan.ts'

/**
 * The industries a plan sets out to develop, with what they are made of and the output promised for the
 * end of the period: from the headings of its chapter on industries, else from a table of them, else from
 * a sentence that lists them.
 */
export function readIndustries(document: Document, period: Plan['period']): Industry[] {
  const sections = sectionsOf(document)
  const chapters = sections.filter(
    (section) =>
      isIndustryChapter(section.title) &&
      !isBackground(document, section.heading) &&
      !isCreed(document, section),
  )
  const outermost = chapters.filter(
    ({ heading }) => !chapters.some((other) => heading.path.includes(other.index)),
  )
  const found = outermost.flatMap((chapter) => {
    const walk: Walk = { document, sections, period }
    return industriesUnder(walk, chapter, roleIn(chapter.title))
  })
  const tabled = found.length > 0 ? found : tabledIndustries(document, period)
  const industries = tabled.length > 0 ? tabled : listedIndustries(document)
  return withoutRepeats(industries)
}

interface Walk {
  readonly document: Document
  readonly sections: readonly Section[]
  readonly period: Plan['period']
}

function industriesUnder(walk: Walk, section: Section, role: string | undefined): Industry[] {
  const children = childrenOf(walk.sections, section)
  const named = children.flatMap((child) => {
    const own = groupRole(child.title)
    if (own !== undefined) return industriesUnder(walk, child, own)
    const name = industryName(child.title)
    return name === undefined ? [] : [industryOf(walk, child, { name, role })]
  })
  if (children.length > 0) return named
  const leading = industriesInParagraphs(walk, section, role)
  return leading.length > 0 ? leading : industriesInList(walk, section, role)
}

function industryOf(
  walk: Walk,
  section: Section,
  { name, role }: { readonly name: string; readonly role: string | undefined },
): Industry {
  const { document, period } = walk
  const paragraphs = paragraphsUnder(document, section)
  const segments = segmentsOf(walk, section, paragraphs, name)
  const isSegment = (paragraph: Paragraph) => {
    const own = leadInOf(textAt(document, paragraph))
    return own !== undefined && segments.includes(own.name)
  }
  const general = paragraphs.filter(
    (paragraph) => !isSegment(paragraph) && !belowSegment(walk, paragraph, segments),
  )
  const goal = outputGoal(
    general.map((paragraph) => textAt(document, paragraph)).join('\n'),
    period.end,
  )
  return {
    name,
    ...(role && { role }),
    segments,
    ...(goal && { goal }),
    citation: cite(document, section.heading, section.heading.title),
  }
}

/** Paragraphs of running text; those of boxes repeat or detail what the text says. */
function paragraphsUnder(document: Document, section: Section): Paragraph[] {
  return blocksUnder(document, section)
    .filter((block) => block.kind === 'paragraph')
    .filter(({ box }) => box === undefined)
}

function belowSegment(walk: Walk, block: Block, segments: readonly string[]): boolean {
  return walk.sections.some(
    ({ index, title }) => block.path.includes(index) && segments.includes(title),
  )
}

/** Named by headings below, else by what paragraphs open with, else by a list in the opening text. */
function segmentsOf(
  { document, sections }: Walk,
  section: Section,
  paragraphs: readonly Paragraph[],
  industry: string,
): string[] {
  const below = sections
    .filter(({ heading }) => heading.path.includes(section.index))
    .map(({ title }) => segmentName(title))
  const leads = paragraphs
    .map((paragraph) => leadInOf(textAt(document, paragraph)))
    .filter((lead) => lead !== undefined)
  const plain = leads.filter(({ isMarked }) => !isMarked).map(({ name }) => segmentName(name))
  const marked = leads.filter(({ isMarked }) => isMarked).map(({ name }) => segmentName(name))
  const listed = paragraphs.slice(0, 3).flatMap((paragraph) => listIn(textAt(document, paragraph)))
  const isOther = (name: string | undefined) =>
    name !== undefined && industryKey(name) !== industryKey(industry)
  const [first = []] = [[...below, ...plain], marked, listed]
    .map((names) => names.filter((name) => name !== undefined).filter(isOther))
    .filter((names) => names.length > 1)
  return withoutSameKey(first)
}

const listed = '((?:[^，。；：、“”（）()]{2,14}、){1,20}[^，。；：、“”（）()]{2,24}?)'
const listings = [
  new RegExp(`以${listed}(?:等)?为(?:重点|核心|代表|主导|主攻方向|支撑)`),
  new RegExp(
    `(?:重点发展|主要发展|前瞻布局|超前布局|抢占|加快布局|发展壮大|培育发展|做大做强|做强|聚焦|围绕|打造以|形成以)${listed}(?=等|为|，|。|；)`,
  ),
]

/** 重点发展甲、乙、丙等, 以甲、乙和丙为重点, 布局甲、乙、丙三个新兴领域. */
function listIn(text: string): string[] {
  const list = listings.map((listing) => listing.exec(text)?.[1]).find((one) => one !== undefined)
  const names = list?.replace(/[两三四五六七八九十\d]+[个大].*$/, '').split('、') ?? []
  const last = names.pop() ?? ''
  return [...names, ...last.split(/和|以及/)].flatMap((name) => segmentName(name.trim()) ?? [])
}

/** Where a group only lists its industries: 围绕甲、乙、丙等领域，前瞻布局未来产业. */
function industriesInList(
  { document }: Walk,
  section: Section,
  role: string | undefined,
): Industry[] {
  const [first] = paragraphsUnder(document, section)
  const isGroup = groupRole(section.title) !== undefined
  if (!first || !isGroup) return []
  const text = textAt(document, first)
  return withoutSameKey(listIn(text)).map((name) => {
    const start = first.start + text.indexOf(name)
    const citation = cite(document, first, { start, end: start + name.length })
    return { name, ...(role && { role }), segments: [], citation }
  })
}

/** Where the chapter has no headings, its industries open its paragraphs. */
function industriesInParagraphs(
  { document, period }: Walk,
  section: Section,
  role: string | undefined,
): Industry[] {
  return paragraphsUnder(document, section).flatMap((paragraph) => {
    const text = textAt(document, paragraph)
    const lead = leadInOf(text)
    const name = lead && industryName(lead.name)
    if (lead === undefined || name === undefined) return []
    const at = text.indexOf(lead.name)
    const span: Span =
      at < 0
        ? paragraph
        : { start: paragraph.start + at, end: paragraph.start + at + lead.name.length }
    const goal = outputGoal(lead.rest, period.end)
    return [
      {
        name,
        ...(role && { role }),
        segments: withoutSameKey(listIn(lead.rest)),
        ...(goal && { goal }),
        citation: cite(document, paragraph, span),
      },
    ]
  })
}

function withoutRepeats(industries: readonly Industry[]): Industry[] {
  const seen = new Set<string>()
  return industries.filter(({ name }) => {
    const isNew = !seen.has(industryKey(name))
    seen.add(industryKey(name))
    return isNew
  })
}

function withoutSameKey(names: readonly string[]): string[] {
  return [
    ...new Map(names.toReversed().map((name) => [industryKey(name), name])).values(),
  ].toReversed()
}
