/** Forms that stay apart without colour. */
export type GlyphShape = 'check' | 'triangle' | 'cross' | 'dashed' | 'info' | 'dot' | 'pencil'

/** A small mark in the current colour; the word beside it says what it means. */
export function Glyph({ shape, size = 14 }: { shape: GlyphShape; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[shape]}
    </svg>
  )
}

const line = {
  fill: 'none',
  stroke: '#fff',
  strokeWidth: 1.7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const drawings = {
  check: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3 7 10.5l4.2-4.6" {...line} />
    </>
  ),
  triangle: (
    <>
      <path
        d="M8 1.6 15 14H1z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M8 6v3.6M8 11.9v.1" {...line} />
    </>
  ),
  cross: (
    <>
      <rect x="1.4" y="1.4" width="13.2" height="13.2" rx="2.4" fill="currentColor" />
      <path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" {...line} />
    </>
  ),
  dashed: (
    <circle
      cx="8"
      cy="8"
      r="6.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.6 2.1"
    />
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path
        d="M8 7.4v3.6M8 4.9v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </>
  ),
  dot: <circle cx="8" cy="8" r="3.4" fill="currentColor" />,
  pencil: (
    <path
      d="m2.5 13.5.6-3 7.4-7.4a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2L5.5 12.9z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
  ),
} as const
