import { cite } from '../../document/citation.ts'
import { type Block, type Document, textAt } from '../../document/document.ts'
import { chineseNumber } from '../../quantity/chinese-number.ts'
import type { Finding } from '../finding.ts'
import { type AuditContext, finding } from '../rule.ts'

/** An announced number of items against the items that follow: 六大工程 with seven of them. */
export function listFindings({ document }: AuditContext): readonly Finding[] {
  return [
    ...headingsWithNumbers(document),
    ...pointsAnnounced(document),
    ...boxesAnnounced(document),
  ]
}

const announcedTasks =
  /([二两三四五六七八九十]{1,2}|\d{1,2})(?:大|项|个|类)(?:重点|主要|专项)?(?:任务|工程|行动|举措|措施|计划)/
const announcedPoints =
  /(?:以下|下列|如下)([二两三四五六七八九十]{1,2}|\d{1,2})(?:大|个|项|点)?(?:方面|举措|措施|工作|任务|重点|领域)/
const announcedBox =
  /实施([二两三四五六七八九十]{1,2}|\d{1,2})大(\p{Script=Han}{0,4}(?:工程|行动|项目|计划))/u

/** 六、推进九大重点任务 with eight sections below it. */
function headingsWithNumbers(document: Document): readonly Finding[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return []
    const title = textAt(document, block.title)
    const match = announcedTasks.exec(title)
    const announced = countOf(match?.[1])
    const children = document.blocks.filter(
      (child) =>
        child.kind === 'heading' && child.path.at(-1) === index && child.number !== undefined,
    )
    if (!match || announced === undefined || children.length < 2 || children.length === announced)
      return []
    // A gap in their numbers, or numbers that go on in paragraphs, means that a heading was not recognised.
    if (!children.every((child, i) => orderOf(child) === i + 1)) return []
    if (children.length < announced && goesOnInText(document, index)) return []
    return [describe(document, block, match[0], announced, children.length, children, '下设标题')]
  })
}

function goesOnInText(document: Document, heading: number): boolean {
  return document.blocks.some(
    (block) =>
      block.kind === 'paragraph' &&
      block.path.includes(heading) &&
      /^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]/.test(textAt(document, block)),
  )
}

function orderOf(heading: Block): number | undefined {
  const number = heading.kind === 'heading' ? (heading.number ?? '') : ''
  const [digits] = /\d+/.exec(number) ?? []
  return digits === undefined
    ? chineseNumber(/[一二三四五六七八九十]+/.exec(number)?.[0] ?? '')
    : Number(digits)
}

/** 从以下三个方面着手 with 一是 to 四是 after it, in this paragraph or the next. */
function pointsAnnounced(document: Document): readonly Finding[] {
  return document.blocks.flatMap((block, index) => {
    const text = block.kind === 'paragraph' ? textAt(document, block) : ''
    const match = announcedPoints.exec(text)
    const announced = countOf(match?.[1])
    if (!match || announced === undefined) return []
    const after = [
      text.slice(match.index),
      ...document.blocks.slice(index + 1, index + 12).map(firstOf(document)),
    ]
    const stop = after.findIndex((part, i) => i > 0 && part === undefined)
    const listed = ordinals(
      after.slice(0, stop < 0 ? undefined : stop).filter((part) => part !== undefined),
    )
    if (listed < 2 || listed === announced) return []
    return [describe(document, block, match[0], announced, listed, [], '所列“一是……”')]
  })
}

/** A paragraph's text while an enumeration may go on; a heading ends it unless it is an item itself. */
function firstOf(document: Document): (block: Block) => string | undefined {
  return (block) => {
    const text = textAt(document, block)
    return block.kind === 'table' || (block.kind === 'heading' && !ordinal.test(text))
      ? undefined
      : text
  }
}

const ordinal = /(?:^|[。；：，])\s*([一二三四五六七八九十])是/
const ordinalsOfText = /(?:^|[。；：，\n])\s*([一二三四五六七八九十])是/g

/** How far 一是, 二是 … count without a gap. */
function ordinals(parts: readonly string[]): number {
  let count = 0
  for (const part of parts)
    for (const match of part.matchAll(ordinalsOfText))
      if (chineseNumber(match[1] ?? '') === count + 1) count += 1
  return count
}

/** 实施五大支撑工程 and the box (专栏) of projects that follows, an item a paragraph with its name before a colon. */
function boxesAnnounced(document: Document): readonly Finding[] {
  return document.blocks.flatMap((block, index) => {
    const text = block.kind === 'paragraph' && !block.box ? textAt(document, block) : ''
    const match = announcedBox.exec(text)
    const announced = countOf(match?.[1])
    if (!match || announced === undefined) return []
    const kind = (match[2] ?? '').slice(-2)
    const items = itemsInNextBox(document, index, kind)
    if (items.length < 2 || items.length === announced) return []
    return [describe(document, block, match[0], announced, items.length, items, '随后专栏列')]
  })
}

function itemsInNextBox(document: Document, index: number, kind: string): readonly Block[] {
  const near = document.blocks.slice(index + 1, index + 20)
  const end = near.findIndex(
    (block) =>
      block.kind === 'heading' &&
      !/^\s*专栏/.test(textAt(document, block)) &&
      !block.box &&
      !named(textAt(document, block), kind),
  )
  const upTo = end < 0 ? near : near.slice(0, end)
  if (!upTo.some((block) => block.box ?? /^\s*专栏/.test(textAt(document, block)))) return []
  return upTo.filter((block) => named(textAt(document, block), kind))
}

/** `关键零部件产业提档升级工程：…`: a short name that ends in the kind announced. */
function named(text: string, kind: string): boolean {
  return (
    new RegExp(`^\\s*[^。；，：:\\n]{2,28}${kind}\\s*[：:。]`).test(text) && !/^\s*专栏/.test(text)
  )
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const count = /\d/.test(text) ? Number(text) : text === '两' ? 2 : chineseNumber(text)
  return count !== undefined && count >= 2 && count <= 30 ? count : undefined
}

function describe(
  document: Document,
  block: Block,
  words: string,
  announced: number,
  listed: number,
  items: readonly Block[],
  where: string,
): Finding {
  // Headings are numbered; of other lists fewer may be seen because an item is worded otherwise.
  const certain = listed > announced || items.some((item) => item.kind === 'heading')
  return finding(
    'count-mismatch',
    certain ? 'warning' : 'info',
    `文中称“${words}”，${where}却有${listed}项，请核对数目或补正列举。`,
    [
      cite(document, block, block),
      ...items.map((item) =>
        cite(
          document,
          item,
          item.kind === 'heading'
            ? item
            : { start: item.start, end: Math.min(item.end, item.start + 24) },
        ),
      ),
    ],
    { expected: announced, found: listed, arithmetic: `${announced} ≠ ${listed}` },
  )
}
