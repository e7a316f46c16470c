/** A field of a comparison taken apart: `land-unit` is the unit of `land`. */
export interface DifferenceName {
  readonly field: string
  /** Which part of a figure differs, where it is not the figure itself. */
  readonly part?: string
}

const parts = /^(.+)-(value|high|unit|bound)$/

export function differenceName(code: string): DifferenceName {
  if (code.startsWith('baseline-')) return { field: code }
  const [, field = code, part = 'value'] = parts.exec(code) ?? []
  return { field, ...(part !== 'value' && { part }) }
}
