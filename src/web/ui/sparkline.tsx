import { sparklinePath } from './sparkline-path.ts'

/** A trend without axes. */
export function Sparkline({
  values,
  label,
  width = 64,
  height = 24,
}: {
  values: readonly (number | undefined)[]
  /** What it shows in words, with first and last value. */
  label: string
  width?: number
  height?: number
}) {
  return (
    <svg role="img" aria-label={label} width={width} height={height}>
      <path
        d={sparklinePath(values, width - 4, height - 4)}
        transform="translate(2 2)"
        fill="none"
        stroke="#1B5BC4"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
    </svg>
  )
}
