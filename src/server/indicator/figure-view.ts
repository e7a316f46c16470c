import type { FigureView } from '#contract/figure-fields.ts'
import type { Figure } from '#core/indicator/figure.ts'
import { type CompiledLibrary, entryAt } from '#core/indicator/library.ts'

/** A figure as it travels, with 同比 of what may be compared: rates differ in points and do not grow. */
export function figureView(library: CompiledLibrary, figure: Figure): FigureView {
  const kind = entryAt(library, figure.indicator, figure.period)?.definition.kind
  const growth = kind === 'rate' ? undefined : growthOf(figure)
  return { ...figure, ...(growth !== undefined && { growth }) }
}

/** 同比 on the same sample as a ratio; undefined where there is no base or it is not above zero. */
export function growthOf({ matched, base }: Figure): number | undefined {
  if (matched === null || base === null || Number(base) <= 0) return undefined
  return Number(matched) / Number(base) - 1
}
