/** Something enterprises are recognised as; the list of them is reference data. */
export interface TagKind {
  readonly code: string
  readonly name: string
  readonly englishName: string
  /** Only some products count: the share of the figures is told with the tag. */
  readonly byShare: boolean
}
