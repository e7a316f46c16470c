/**
 * Chance that is the same for the same seed. Each part of the demonstration draws from a stream of its own, so
 * that what is added in one part moves nothing in another.
 */
export interface Chance {
  /** In [0, 1). */
  readonly next: () => number
  readonly between: (low: number, high: number) => number
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number
  /** Of the standard normal distribution, cut at three. */
  readonly normal: () => number
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[]
}

/** The stream of `seed` for what `words` name. */
export function chanceOf(seed: number, ...words: readonly (string | number)[]): Chance {
  const next = sfc32(hash(`${seed}/${words.join('/')}`))
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    normal: () => normal(next),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  }
}

function normal(next: () => number): number {
  // Twelve evens less six have a variance of one and need no logarithm.
  let sum = -6
  for (let count = 0; count < 12; count++) sum += next()
  return Math.max(-3, Math.min(3, sum))
}

/** FNV-1a over UTF-16 units, four words with different starts. */
function hash(text: string): readonly [number, number, number, number] {
  const word = (start: number): number => {
    let value = start
    for (let index = 0; index < text.length; index++) {
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
    }
    return value >>> 0
  }
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x243f6a88), word(0xb7e15162)]
}

/** The small fast counting generator of Chris Doty-Humphrey (PractRand), 32 bits. */
function sfc32([first, second, third, fourth]: readonly [
  number,
  number,
  number,
  number,
]): () => number {
  let [a, b, c, counter] = [first, second, third, fourth]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4294967296
  }
  for (let count = 0; count < 12; count++) next()
  return next
}
