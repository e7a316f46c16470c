/** A line through values at even steps; a gap in the data breaks the line. */
export function sparklinePath(
  values: readonly (number | undefined)[],
  width: number,
  height: number,
): string {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return ''
  const low = Math.min(...known)
  const reach = Math.max(...known) - low
  const step = values.length > 1 ? width / (values.length - 1) : 0

  let pen = 'M'
  return values
    .map((value, index) => {
      if (value === undefined) {
        pen = 'M'
        return ''
      }
      const y = reach === 0 ? height / 2 : height - ((value - low) / reach) * height
      const point = `${pen}${round(index * step)} ${round(y)}`
      pen = 'L'
      return point
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
