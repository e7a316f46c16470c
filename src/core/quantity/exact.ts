/**
 * An exact decimal: `digits` with the point `scale` places from the right. For sums over millions of
 * figures, where decimal.js takes most of the time and a double loses digits.
 */
export interface Exact {
  readonly digits: bigint
  readonly scale: number
}

export const zero: Exact = { digits: 0n, scale: 0 }

/** Reads what PostgreSQL and forms write: 1234.50, -3, .5; anything else is a mistake of the program. */
export function exact(text: string): Exact {
  const point = text.indexOf('.')
  if (point === -1) return { digits: BigInt(text), scale: 0 }
  return {
    digits: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  }
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale }
  return a.scale > b.scale
    ? { digits: a.digits + raised(b, a.scale), scale: a.scale }
    : { digits: raised(a, b.scale) + b.digits, scale: b.scale }
}

export function times(a: Exact, b: Exact): Exact {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

export function negative(a: Exact): Exact {
  return { digits: -a.digits, scale: a.scale }
}

export function isZero(a: Exact): boolean {
  return a.digits === 0n
}

/** As PostgreSQL reads it, without zeros at the end: 1234.5, -0.05. */
export function exactText({ digits, scale }: Exact): string {
  if (scale === 0) return String(digits)
  const sign = digits < 0n ? '-' : ''
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = all.slice(-scale).replace(/0+$/u, '')
  return `${sign}${all.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`
}

function raised({ digits, scale }: Exact, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}
