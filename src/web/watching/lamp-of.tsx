import type { Lamp as LampCode } from '#contract/watching.ts'
import { Lamp, type LampState } from '../ui/lamp.tsx'

export const lampStates: Readonly<Record<LampCode, LampState>> = {
  normal: 'normal',
  warning: 'warning',
  behind: 'late',
  unreported: 'silent',
}

/** The lamp of a target. */
export function TargetLamp({ lamp }: { lamp: LampCode }) {
  return <Lamp state={lampStates[lamp]} />
}
