import { colors } from '../theme.ts'

/** Colours and size of a chart: on a page, or on a wall read from across the room. */
export interface ChartLook {
  /** Letters and lines are this many times as large as on a page. */
  readonly scale: number
  readonly ink: string
  readonly ink2: string
  readonly grid: string
  readonly brand: string
  readonly down: string
  readonly target: string
  readonly faint: string
  /** The wider and the narrower band of a fan. */
  readonly outer: string
  readonly inner: string
}

export const lightLook: ChartLook = {
  scale: 1,
  ink: colors.ink,
  ink2: colors.ink2,
  grid: '#EAEEF4',
  brand: colors.brand,
  down: colors.down,
  target: colors.target,
  faint: '#B8C2D3',
  outer: 'rgba(27, 91, 196, 0.14)',
  inner: 'rgba(27, 91, 196, 0.22)',
}

export const wallLook: ChartLook = {
  scale: 2.4,
  ink: '#DCE8FF',
  ink2: '#A9C2EE',
  grid: 'rgba(120, 160, 230, 0.16)',
  brand: '#5BA3FF',
  down: '#FFB454',
  target: '#B7C6E4',
  faint: '#5C739E',
  outer: 'rgba(91, 163, 255, 0.20)',
  inner: 'rgba(91, 163, 255, 0.34)',
}
