/** An exact ratio in lowest terms, the denominator above zero: 亩 is 2000/3 平方米. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The fraction written as `12`, `0.001` or `2000/3`. */
export function fraction(text: string): Fraction {
  const [above = '', below = '1'] = text.split('/')
  return ratio(decimal(above), decimal(below))
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator)
}

export function ratio(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator)
}

function decimal(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.')
  return reduced(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const common = greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger < 0n ? -larger : larger
}
