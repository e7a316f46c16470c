import { chineseNumber } from '../../quantity/chinese-number.ts'
import type { Finding } from '../finding.ts'
import { type Interval, isBelow, overlaps, scaled, sumOf } from '../interval.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable, meaningOf } from '../unit.ts'
import { addition, figure as shown, total } from '../wording.ts'

type Document = AuditContext['document']

/** Wholes and their parts as sentences state them: lists after 其中, land built on against land approved. */
export function proseSumFindings({ sentences, document }: AuditContext): readonly Finding[] {
  return sentences.flatMap((sentence, i) => [
    ...areasOf(sentence, document),
    ...partsOf(sentence, sentences[i + 1], document),
  ])
}

const wholeArea = /(?:批准|规划总|总规划|总|规划)(?:用地)?面积/
const partArea = /(?:建成|已建成?|已开发|首开区|启动区|起步区|核心区)/

/** Land built on beyond the land approved. */
function areasOf(sentence: Sentence, document: Document): readonly Finding[] {
  const areas = sentence.figures.filter((figure) => meaningOf(figure.unit).family === 'area')
  const whole = areas.find(
    (figure) => wholeArea.test(figure.subject) && !/新增|期间/.test(figure.subject),
  )
  const part = areas.find(
    (figure) => figure !== whole && partArea.test(wordsBefore(sentence, figure)),
  )
  if (!whole || !part || part.value <= whole.value || !comparable(part.unit, whole.unit)) return []
  // 建成6平方公里 may be a rounded 5.8: then the plan is asked, not accused.
  const certain = isBelow(common(whole), common(part))
  return [
    finding(
      'part-exceeds-whole',
      certain ? 'warning' : 'info',
      `${whole.subject}${whole.printed}，而${wordsBefore(sentence, part).replace(/^.*[，、]/, '')}${part.printed}，部分大于整体，请核对面积数据。`,
      [citeFigures(document, sentence, [whole, part])],
      { expected: whole.value, found: part.value, arithmetic: `${part.value} > ${whole.value}` },
    ),
  ]
}

function wordsBefore(sentence: Sentence, figure: Figure): string {
  return sentence.text.slice(
    Math.max(0, figure.start - sentence.start - 12),
    figure.start - sentence.start,
  )
}

/** 共计240家。其中A171家、B38家、C31家: nothing can exceed the whole, and a full list must give it. */
function partsOf(
  sentence: Sentence,
  next: Sentence | undefined,
  document: Document,
): readonly Finding[] {
  const at = sentence.text.indexOf('其中')
  const opensNext = next?.block === sentence.block && /^\s*其中/.test(next.text)
  const listing = at > 0 ? sentence : opensNext ? next : undefined
  if (!listing) return []
  const start = listing === sentence ? sentence.start + at : listing.start
  const before = sentence.figures.filter((figure) => figure.end <= start && !isShare(figure))
  const after = listing.figures.filter((figure) => figure.start >= start)
  // 比2015年增加48家，其中亿元企业71家: what follows is of all there are, not of the increase.
  const closest = (listing === sentence ? before.slice(-1) : before).filter(
    (whole) => !/(?:较|比|增加|增长|新增|净增|提高)[^，]*$/.test(wordsBefore(sentence, whole)),
  )
  return closest.flatMap((whole) => partsOfWhole(whole, after, sentence, listing, document))
}

function partsOfWhole(
  whole: Figure,
  after: readonly Figure[],
  sentence: Sentence,
  listing: Sentence,
  document: Document,
): readonly Finding[] {
  const parts = after.filter(
    (figure) =>
      meaningOf(figure.unit).family === meaningOf(whole.unit).family &&
      figure.unit !== '' &&
      sameThing(figure, whole),
  )
  const citations = [
    citeFigures(document, sentence, [whole]),
    citeFigures(document, listing, parts),
  ]
  const first = parts[0]
  if (!first) return []
  if (after[0] === first && isBelow(atMost(whole), common(first)))
    return [partTooLarge(whole, first, citations)]
  if (parts.some((part) => part.op !== '=') || whole.op !== '=') return []
  const sum = sumOf(parts.map(common))
  const isAbove = addsUp(listing, parts, whole) && isBelow(common(whole), sum)
  if (overlaps(sum, common(whole)) || !(isAbove || isFullList(sentence, listing, parts))) return []
  const factor = meaningOf(whole.unit).factor
  const computed = total(parts.map((part) => (part.value * meaningOf(part.unit).factor) / factor))
  return [
    finding(
      isAbove ? 'part-exceeds-whole' : 'sum-mismatch',
      isAbove ? 'warning' : 'error',
      `${whole.subject}${whole.printed}，所列${parts.length}项相加为${shown(computed)}${whole.unit}${isAbove ? '，部分之和大于整体' : ''}，请核对。`,
      citations,
      {
        expected: Number(shown(computed)),
        found: whole.value,
        arithmetic: addition(parts.map((part) => part.value)),
      },
    ),
  ]
}

/**
 * Sums of money in one run (A160亿元、B140亿元) are parts beside one another. Counts need not be: an
 * enterprise may be both 高新技术 and 专精特新.
 */
function addsUp(listing: Sentence, parts: readonly Figure[], whole: Figure): boolean {
  if (parts.length < 2 || meaningOf(whole.unit).family !== 'money') return false
  return parts.slice(1).every((part, i) => {
    const last = parts[i]
    return (
      last !== undefined &&
      !/[，；。]/.test(listing.text.slice(last.end - listing.start, part.start - listing.start))
    )
  })
}

function sameThing(part: Figure, whole: Figure): boolean {
  return meaningOf(part.unit).family !== 'count' || comparable(part.unit, whole.unit)
}

function atMost(whole: Figure): Interval {
  return whole.op === '=' || whole.op.startsWith('<') ? common(whole) : { low: 0, high: Infinity }
}

function partTooLarge(whole: Figure, part: Figure, citations: Finding['citations']): Finding {
  return finding(
    'part-exceeds-whole',
    meaningOf(whole.unit).family === 'count' ? 'info' : 'warning',
    `${whole.subject}${whole.printed}，其中的${part.subject}却为${part.printed}，部分大于整体，请核对。`,
    citations,
    { expected: whole.value, found: part.value, arithmetic: `${part.printed} > ${whole.printed}` },
  )
}

/** 其余 closes a list; 三大产业 with three parts announces a full one. */
function isFullList(sentence: Sentence, listing: Sentence, parts: readonly Figure[]): boolean {
  if (parts.length < 2) return false
  const last = parts.at(-1)
  if (last && /其余|其他|其它|剩余/.test(wordsBefore(listing, last))) return true
  const announced = /([二三四五六七八九十])(?:大|个|类)/.exec(sentence.text)?.[1]
  return announced !== undefined && chineseNumber(announced) === parts.length
}

function isShare(figure: Figure): boolean {
  const { family } = meaningOf(figure.unit)
  return family === 'share' || family === 'points'
}

function common(figure: Figure): Interval {
  return scaled(figure.range, meaningOf(figure.unit).factor)
}
