import { bulletPlaces, type Bullet } from './bullet.ts'
import type { LampState } from './lamp.tsx'

const fills: Record<LampState, string> = {
  normal: '#1B5BC4',
  warning: '#D9861B',
  late: '#BA2828',
  silent: '#5C687E',
}

/** Fact as a bar, target as a thick line, what is due by now dashed, forecast as a diamond with whiskers. */
export function BulletBar({
  bullet,
  state,
  label,
  width = 220,
}: {
  bullet: Bullet
  state: LampState
  /** All of it in words, for those who do not see it. */
  label: string
  width?: number
}) {
  const places = bulletPlaces(bullet)
  const x = (share: number) => share * width
  return (
    <svg role="img" aria-label={label} width={width} height="20" viewBox={`0 0 ${width} 20`}>
      <rect y="6" width={width} height="8" rx="2" fill="#EDF1F7" />
      {places.actual !== undefined && (
        <rect y="6" width={x(places.actual)} height="8" rx="2" fill={fills[state]} />
      )}
      {places.due !== undefined && (
        <path d={`M${x(places.due)} 2v16`} stroke="#52607A" strokeDasharray="2 2" />
      )}
      <path d={`M${x(places.target)} 3v14`} stroke="#17233A" strokeWidth="2.4" />
      {places.forecast && (
        <g stroke="#52607A" fill="#fff">
          <path d={`M${x(places.forecast.low)} 10H${x(places.forecast.high)}`} />
          <path d={`m${x(places.forecast.middle)} 6.4 3.6 3.6-3.6 3.6-3.6-3.6z`} />
        </g>
      )}
    </svg>
  )
}
