import type { Plan } from './plan.ts'

/** A county, district or county-level city of the table of administrative divisions (GB/T 2260). */
export interface Division {
  /** Six digits. */
  readonly code: string
  readonly name: string
  /** `市辖区`, `县` and the like where there is no city between province and county. */
  readonly city: string
  readonly province: string
}

/** A division of any level, as it can be named in a document. */
interface Place {
  readonly name: string
  readonly code: string
  /** The divisions above it, highest first. */
  readonly above: readonly string[]
}

/**
 * The region a plan is for: the deepest division with which one of `names` (issuer, title) begins,
 * with the divisions above it: 重庆市永川区. Where several counties share a name, the one whose city or
 * province `text` names most is meant; where none is named, there is no code.
 */
export function regionOf(
  names: readonly string[],
  text: string,
  divisions: readonly Division[],
): Plan['region'] {
  const places = placesOf(divisions)
  const starts = names.map((name) => name.replace(purpose, ''))
  for (const name of starts) {
    const [best, second] = placesAt(name, places)
      .map((place) => ({ place, mentions: mentionsOf(place, text, name) }))
      .toSorted((left, right) => right.mentions - left.mentions)
    if (!best) continue
    if (second && second.mentions === best.mentions) return { name: best.place.name }
    return { name: [...best.place.above, best.place.name].join(''), code: best.place.code }
  }
  return { name: starts.map(printedRegion).find((name) => name !== '') ?? '' }
}

// 关于加快推进某区制造业数字化转型的实施意见: the place comes behind what is to be done.
const purpose = /^关于(?:印发|加快|加强|推进|推动|进一步|深入|全面|促进|支持|建设|实施)*/

function placesOf(divisions: readonly Division[]): Place[] {
  const places = new Map<string, Place>()
  for (const { code, name, city, province } of divisions) {
    const cities = isCity(city) ? [city] : []
    places.set(province, { name: province, code: `${code.slice(0, 2)}0000`, above: [] })
    for (const own of cities) {
      places.set(`${province}${own}`, {
        name: own,
        code: `${code.slice(0, 4)}00`,
        above: [province],
      })
    }
    places.set(code, { name, code, above: [province, ...cities] })
  }
  return [...places.values()]
}

function isCity(name: string): boolean {
  return !/^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name)
}

/** The places that account for the longest beginning of `name`. */
function placesAt(name: string, places: readonly Place[]): Place[] {
  const named = places
    .map((place) => ({ place, length: namedLength(name, place) }))
    .filter(({ length }) => length > 0)
  const longest = Math.max(...named.map(({ length }) => length))
  return named.filter(({ length }) => length === longest).map(({ place }) => place)
}

/** How much of the beginning of `text` names the place, the places above it included; 0 for none. */
function namedLength(text: string, { name, above }: Place): number {
  const start = above.reduce((at, upper) => at + lengthAt(text, at, upper), 0)
  const own = lengthAt(text, start, name)
  return own === 0 ? 0 : start + own
}

/** Length of the name, full or short, at `at`. */
function lengthAt(text: string, at: number, name: string): number {
  if (text.startsWith(name, at)) return name.length
  const short = shortOf(name)
  return text.startsWith(short, at) ? short.length : 0
}

function shortOf(name: string): string {
  const short = name.replace(
    /(?:[\u4e00-\u9fa5]族)+自治[州县旗]$|(?:维吾尔|壮族|回族)?自治区$|特别行政区$|[省市区县旗盟州]$/,
    '',
  )
  return short.length >= 2 ? short : name
}

function mentionsOf({ above }: Place, text: string, name: string): number {
  return above
    .map((upper) => text.split(shortOf(upper)).length - 1 + (name.includes(shortOf(upper)) ? 1 : 0))
    .reduce((sum, count) => sum + count, 0)
}

/** A region as a name begins with it: at most province, city and county, none of them long. */
function printedRegion(text: string): string {
  const parts =
    /^([\u4e00-\u9fa5]{2,6}?(?:省|自治区))?([\u4e00-\u9fa5]{2,6}?[市州盟])?([\u4e00-\u9fa5]{1,3}(?<![强大])[区县旗市])?/
  const found = parts.exec(text)?.[0] ?? ''
  // 新型工业化城市 is no name of a city.
  return /工业|产业|制造业|[业代能字]化/.test(found) ? '' : found
}
