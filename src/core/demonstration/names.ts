const stems = '甲乙丙丁戊己庚辛壬癸'
const twigs = '子丑寅卯辰巳午未申酉戌亥'
const places = ['青澜', '澜江', '云溪', '云岭', '澜北', '澜南'] as const

/**
 * A name nobody could take for a real one: a place of the invented district, a pair of the cycle of sixty and
 * what it makes. No two of an index are alike.
 */
export function inventedName(index: number, word: string): string {
  const [place, pair] = placeAndPair(index)
  return `${place}${pair}${word}有限公司`
}

/** What an enterprise was called before it was a company. */
export function inventedFormerName(index: number, word: string): string {
  const [place, pair] = placeAndPair(index)
  return `${place}${pair}${word}厂`
}

function placeAndPair(index: number): readonly [place: string, pair: string] {
  const pair = `${stems.charAt(index % 10)}${twigs.charAt(index % 12)}`
  const block = Math.floor(index / 60)
  const round = Math.floor(block / places.length)
  const place = places[block % places.length] ?? places[0]
  return [round === 0 ? place : `${place}${stems.charAt(round % 10)}区`, pair]
}
