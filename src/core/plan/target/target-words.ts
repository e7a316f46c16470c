import type { Span } from '../../document/document.ts'
import { type FoundQuantity, scanQuantities } from '../../quantity/scan-quantities.ts'
import type { FigureWords } from './figure-words.ts'
import { carriedVerb } from './indicator-name.ts'
import { isCounter, isMoney } from './target-exclusion.ts'
import { sharesOf } from './target-shares.ts'

/** Titles of documents and what stands in brackets hold no promises; lengths stay. */
export function withoutAsides(text: string): string {
  return text.replace(/《[^》]{0,200}》|（[^（）]*）|\([^()]*\)/g, (aside) =>
    // 280家（其中国家级20家）: what is part of the figure before it is said like any other clause.
    /^[（(]其中/.test(aside) ? `，${aside.slice(1, -1)}，` : '＿'.repeat(aside.length),
  )
}

const leadingToFigure = String.raw`\s*(?:到|至|力争)?(?:20\d\d年(?:底|末)?)?(?:年均)?(?:达到?|突破|超过|不低于|力争|增长|≥|>)*\s*\d(?!\d{3}年)`

// What runs on for longer without a comma is no sentence; time is spent on none of it.
const longestClause = 400

/** The clauses of a sentence; a colon before a figure (工业总产值：500亿元) does not part them. */
export function clausesOf(masked: string): readonly Span[] {
  const clause = new RegExp(
    `(?:[^，,；;：:。！？]|(?<=\\d),(?=\\d{3})|[：:](?=${leadingToFigure}))+`,
    'g',
  )
  return [...masked.matchAll(clause)]
    .filter((match) => match[0].length <= longestClause)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** The figures of a clause, each with its words. */
export function figuresOf(raw: string, masked: string, clause: Span): readonly FigureWords[] {
  const quantities = scanQuantities(withoutQuoted(masked.slice(clause.start, clause.end))).map(
    (quantity) => moved(quantity, clause.start),
  )
  const figures: FigureWords[] = []
  let cursor = clause.start
  let verb: string | undefined
  let baseline: FigureWords['baseline']
  for (let index = 0; index < quantities.length; index += 1) {
    const quantity = quantities[index]
    if (!quantity) break
    const place = { raw, masked, clause, quantities, index, quantity, cursor }
    const words = raw.slice(cursor, quantity.start)
    if (startsRange(place)) {
      baseline = { quantity, words }
      continue
    }
    if (isPartOfName(place)) continue
    const yearsAbove = index === 0 ? yearsBefore(raw, clause.start) : ''
    const shares = sharesOf(raw, quantities.slice(index), `${yearsAbove}${words}`, clause.end)
    if (shares) {
      figures.push(...shares)
      cursor = shares.at(-1)?.quantity.end ?? cursor
      index += new Set(shares.map((share) => share.quantity)).size - 1
      continue
    }
    const sized = sizedObject(place)
    const own = baseline ? baseline.words.replace(/(?:由|从)[^由从]*$/, '') : words
    const before = risenBefore(raw, clause.start, own) ?? own
    const after = sized?.after ?? objectAfter(place)
    verb = carriedVerb(before.replace(/\s+/g, '')) ?? verb
    figures.push({ quantity, before, after, ...(verb && { verb }), ...(baseline && { baseline }) })
    cursor = sized?.end ?? quantity.end + after.length
    baseline = undefined
    if (sized) index += 1
  }
  return figures.map((figure, index) => withSharedThing(figure, figures[index + 1]))
}

// 到2025年、2027年，产值分别达到5亿元、8亿元: the years stand in the clause before.
function yearsBefore(raw: string, start: number): string {
  return (
    /(?:^|[，。；])\s*(?:到|至|力争)?(?:20\d\d年(?:底|末)?(?:、|和|及|与))+20\d\d年(?:底|末)?，$/
      .exec(raw.slice(Math.max(0, start - 40), start))?.[0]
      .replace(/^[，。；]/, '') ?? ''
  )
}

const risen =
  /(?:^|[，。；：])(?<name>[^，。；：\d]{4,30}?)(?:实现|大幅|稳步|持续|不断|显著|明显|快速|逐年|进一步|平稳|全面)+(?:倍增|增长|增加|提升|提高|壮大|扩大|上升|下降|降低)，$/

// 创新平台数量实现倍增，达到8个: what the figure is of stands in the clause before.
function risenBefore(raw: string, start: number, words: string): string | undefined {
  if (words.trim() !== '') return undefined
  return risen.exec(raw.slice(Math.max(0, start - 50), start))?.groups?.['name']
}

// 1个国家级、3个省级绿色园区: the thing stands at the last grade only.
function withSharedThing(figure: FigureWords, next: FigureWords | undefined): FigureWords {
  const thing = /^\s*\p{Script=Han}{1,3}级(\p{Script=Han}.+)$/u.exec(next?.after ?? '')?.[1]
  const isGradeOnly = /^\s*(?:国家|省|市|区|县|省部)级\s*$/.test(figure.after)
  return thing && isGradeOnly ? { ...figure, after: `${figure.after.trim()}${thing}` } : figure
}

interface Place {
  readonly raw: string
  readonly masked: string
  readonly clause: Span
  readonly quantities: readonly FoundQuantity[]
  readonly index: number
  readonly quantity: FoundQuantity
  readonly cursor: number
}

// A figure inside quotation marks is part of a name: “千人联千企”, “4+1”.
function withoutQuoted(text: string): string {
  return text.replace(/“[^”]*”?|[^“]*”/g, (quoted) => '＿'.repeat(quoted.length))
}

function moved(quantity: FoundQuantity, by: number): FoundQuantity {
  return {
    ...quantity,
    start: quantity.start + by,
    end: quantity.end + by,
    numberStart: quantity.numberStart + by,
    unitEnd: quantity.unitEnd + by,
  }
}

function nextOf({ quantities, index }: Place): FoundQuantity | undefined {
  return quantities[index + 1]
}

/** The words between a figure and the next one, or the end of the clause. */
function followingOf(place: Place, steps = 1): string {
  const { raw, clause, quantities, index } = place
  const from = quantities[index + steps - 1]?.end ?? clause.end
  return raw.slice(from, quantities[index + steps]?.start ?? clause.end)
}

// 由2020年的1.5%提高到2.5%
const rises =
  /^\s*(?:左右)?(?:大幅|稳步|逐步)?(?:提高|提升|增长|增加|上升|扩大|下降|降低|减少|压减|缩短|发展|壮大|增|降|升)?(?:到|至|为)?(?:20\d\d年的?)?\s*$/

function startsRange(place: Place): boolean {
  const words = place.raw.slice(place.cursor, place.quantity.start)
  return (
    nextOf(place) !== undefined &&
    /(?:由|从)[^，]{0,16}$/.test(words) &&
    rises.test(followingOf(place))
  )
}

// 百亿级企业2户, 5个特色工业占比达到65.7%: the first figure belongs to the name of the second.
function isPartOfName(place: Place): boolean {
  const next = nextOf(place)
  const between = followingOf(place).replace(/\s+/g, '')
  if (!next || next.form === 'level' || between === '' || between.includes('、')) return false
  if (/^[和及与]|^(?:左右)?的?(?:增长|增速|增加)/.test(between)) return false
  if (/(?:和|及|与|并|以及)(?:建设|建成|打造|培育|新增|引进)?$/.test(between)) return false
  if (sizedObject(place)) return false
  // 营业收入超百亿元企业由8家增至15家
  if (isMoney(place.quantity.unit) && /\p{Script=Han}{2}[由从]$/u.test(between)) return true
  return (
    /^\s*(?:$|[、，和及与以并（＿])/.test(followingOf(place, 2)) && /\p{Script=Han}/u.test(between)
  )
}

// 2个千亿级产业集群, 4个收入超千亿元的产业: the second figure says how big the things counted are.
function sizedObject(place: Place): { readonly after: string; readonly end: number } | undefined {
  const { quantity, raw, clause } = place
  const next = nextOf(place)
  const between = followingOf(place)
  if (!next || !isCounter(quantity.unit)) return undefined
  const rest = followingOf(place, 2)
  const size = raw.slice(quantity.end, next.end)
  if (
    next.form === 'level' ||
    (next.inWords && isMoney(next.unit) && !/^\s*(?:以上|的)/.test(rest))
  ) {
    const thing = objectOf(rest)
    if (between.trim() !== '') return undefined
    if (/^\s*\p{Script=Han}/u.test(rest))
      return { after: `${size}${thing}`, end: next.end + thing.length }
    // 2个千亿级、5个五百亿级产业集群: the things stand at the last of the list.
    const shared = /^、[^，]*?级(\p{Script=Han}+)/u.exec(raw.slice(next.end, clause.end))?.[1]
    return shared ? { after: `${size}${objectOf(shared)}`, end: next.end } : undefined
  }
  if (!isMoney(next.unit) || !sizes.test(between.replace(/\s+/g, ''))) return undefined
  if (/^\s*(?:以上|级)?的/.test(rest)) {
    const thing = objectOf(rest)
    return { after: `${size}${thing}`, end: next.end + thing.length }
  }
  // 3个产值超500亿元、5个超100亿元的产业集群: the things counted are named at the end of the list.
  const thing = /的\s*(\p{Script=Han}+)\s*$/u.exec(raw.slice(next.end, clause.end))?.[1]
  return thing && /^\s*[、和]/.test(rest)
    ? { after: `${size}的${thing}`, end: next.end }
    : undefined
}

const sizes =
  /^(?:年|总)?(?:产值|营收|营业收入|主营业务收入|收入|规模|销售收入|产业规模|收入规模|产值规模)?$/

// The words after a figure up to the next item of the list.
function objectAfter(place: Place): string {
  return nextOf(place) ? objectOf(followingOf(place)) : followingOf(place)
}

function objectOf(following: string): string {
  const end =
    /、|(?:和|及|与|并|以及)(?:建设|建成|打造|培育|新增|引进|新建|实施|形成|力争[^，]{0,4})?\s*$/.exec(
      following,
    )
  return end ? following.slice(0, end.index) : following
}
