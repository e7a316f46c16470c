import type { Finding } from '../finding.ts'
import {
  decimalsOf,
  type Interval,
  over,
  overlaps,
  roundedOrCut,
  scaled,
  sumOf,
} from '../interval.ts'
import { indicatorKey } from '../indicator.ts'
import { citeFigures, type Figure, type Sentence } from '../prose.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable, meaningOf } from '../unit.ts'
import { addition, figure as shown, total } from '../wording.ts'

type Document = AuditContext['document']

/** Shares that sentences state of their own figures, and lists of shares that make up a whole. */
export function proseShareFindings({ sentences, document }: AuditContext): readonly Finding[] {
  return sentences.flatMap((sentence) => [
    ...sharesOf(sentence, document),
    ...shareList(sentence, document),
  ])
}

/** `20家，占规模以上企业的21.74%`, where the sentence also says how many there are in all. */
function sharesOf(sentence: Sentence, document: Document): readonly Finding[] {
  return sentence.figures.flatMap((share, i) => {
    const name = share.unit === '%' ? wholeName(sentence, share) : undefined
    if (name === undefined) return []
    // 其中规上企业98家，占全县规上企业的60.5%: the nearest figure is the part, whatever it is called.
    const before = sentence.figures.slice(0, i)
    const at = before.findLastIndex((candidate) => !isShare(candidate))
    const part = before[at]
    const whole = before
      .slice(0, Math.max(0, at))
      .findLast((candidate) => isCalled(candidate, name))
    if (!whole || !part || !comparable(part.unit, whole.unit)) return []
    return shareFinding(sentence, document, part, whole, share)
  })
}

/** The words between 占 and the share: 全区工业经济产值; undefined where nothing is named. */
function wholeName(sentence: Sentence, share: Figure): string | undefined {
  const before =
    sentence.text
      .slice(0, share.start - sentence.start)
      .split(/[，；。]/)
      .at(-1) ?? ''
  // 甲产值占乙的比重 has a part of its own; only a clause that begins with 占 speaks of the figure before it.
  if (!/^\s*(?:分别|合计|共|约)?占/.test(before)) return undefined
  const name = /占([^占]{2,24}?)(?:的|比重|比例|总数的?|总量的?)?(?:达到?|为|约|超过)?\s*$/.exec(
    before,
  )?.[1]
  return name && /\p{Script=Han}{2}/u.test(name) ? name : undefined
}

function isCalled(figure: Figure, name: string): boolean {
  const key = indicatorKey(name)
  return (
    figure.key.length >= 3 && key.length >= 3 && (figure.key === key || figure.key.endsWith(key))
  )
}

function isShare(figure: Figure): boolean {
  const { family } = meaningOf(figure.unit)
  return family === 'share' || family === 'points'
}

function shareFinding(
  sentence: Sentence,
  document: Document,
  part: Figure,
  whole: Figure,
  share: Figure,
): readonly Finding[] {
  const ratio = over(common(part), common(whole))
  if (!ratio) return []
  const computed = scaled(ratio, 100)
  const printed =
    share.op === '=' ? roundedOrCut(share.value, decimalsOf(share.printed)) : share.range
  const isFloor = share.op.startsWith('>')
  // A whole that is only bounded (超过850亿元) was rounded for the reader; the share is of the exact one.
  const loose = part.op !== '=' || whole.op !== '='
  if (overlaps(computed, isFloor ? { ...printed, high: Infinity } : printed)) return []
  const expected = Number(shown((computed.low + computed.high) / 2))
  return [
    finding(
      'ratio-mismatch',
      loose ? 'info' : 'error',
      `${part.printed}占${whole.subject}${whole.printed}的比重应为${expected}%，文中为${share.printed}，请核对。`,
      [citeFigures(document, sentence, [whole, part, share])],
      { expected, found: share.value, arithmetic: `${part.value} ÷ ${whole.value} = ${expected}%` },
    ),
  ]
}

/** A、B和其他占C的比重分别为32%、26%和42%: more than 100 is wrong, less only where 其他 closes the list. */
function shareList(sentence: Sentence, document: Document): readonly Finding[] {
  const listing = /占[^，。；]*(?:比重|比例|份额)?[^，。；]*分别(?:为|达到?|是)/.exec(sentence.text)
  if (!listing) return []
  const after = sentence.start + listing.index + listing[0].length
  const shares = runOfShares(sentence, after)
  if (shares.length < 3 || shares.some((share) => share.op !== '=')) return []
  const isClosed = /其他|其它|其余/.test(sentence.text.slice(0, listing.index))
  const computed = total(shares.map((share) => share.value))
  // An open list may leave a rest, and several lists run together are no list.
  if ((!isClosed && computed < 100) || computed > 150) return []
  const explained = overlaps(sumOf(shares.map((share) => share.range)), { low: 100, high: 100 })
  if (explained && Math.abs(computed - 100) < unlikely(shares)) return []
  return [
    finding(
      'shares-not-100',
      explained ? 'info' : 'error',
      `文中各部分比重合计${shown(computed)}%，不等于100%，${explained ? '若非四舍五入所致，' : ''}请核对。`,
      [citeFigures(document, sentence, shares)],
      {
        expected: 100,
        found: Number(shown(computed)),
        arithmetic: addition(shares.map((share) => share.value)),
      },
    ),
  ]
}

/** Three standard deviations of the error that rounding so many shares leaves in their sum. */
function unlikely(shares: readonly Figure[]): number {
  const decimals = Math.min(...shares.map((share) => decimalsOf(share.printed)))
  return 3 * Math.sqrt(shares.length / 12) * 10 ** -decimals
}

/** The shares that follow one another with nothing between but 、 and 和. */
function runOfShares(sentence: Sentence, after: number): readonly Figure[] {
  const shares = sentence.figures.filter((figure) => figure.start >= after - 2 && isShare(figure))
  const end = shares.findIndex((share, i) => {
    const last = shares[i - 1]
    if (!last) return false
    return !/^\s*[、和及，与]\s*$/.test(
      sentence.text.slice(last.end - sentence.start, share.start - sentence.start),
    )
  })
  return shares.slice(0, end < 0 ? undefined : end)
}

function common(figure: Figure): Interval {
  return scaled(figure.range, meaningOf(figure.unit).factor)
}
