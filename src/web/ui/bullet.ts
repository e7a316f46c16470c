/** What a bullet bar shows, all in the unit of the indicator. */
export interface Bullet {
  /** Absent: nothing was reported; no bar is drawn. */
  readonly actual?: number
  readonly target: number
  /** Where the plan should stand by now. */
  readonly due?: number
  readonly forecast?: { readonly low: number; readonly middle: number; readonly high: number }
}

export interface BulletPlaces {
  readonly actual?: number
  readonly target: number
  readonly due?: number
  readonly forecast?: { readonly low: number; readonly middle: number; readonly high: number }
}

/** Places on a scale from 0 to 1 that leaves room beyond the target. */
export function bulletPlaces({ actual, target, due, forecast }: Bullet): BulletPlaces {
  const top = Math.max(target, actual ?? 0, forecast?.high ?? 0) * 1.12
  const place = (value: number) => (top > 0 ? Math.min(1, Math.max(0, value / top)) : 0)
  return {
    ...(actual !== undefined && { actual: place(actual) }),
    target: place(target),
    ...(due !== undefined && { due: place(due) }),
    ...(forecast && {
      forecast: {
        low: place(forecast.low),
        middle: place(forecast.middle),
        high: place(forecast.high),
      },
    }),
  }
}
