import { type Bigrams, bigramsOf, likeness } from '../plan/comparison/likeness.ts'

/** How an enterprise of a list may be one that is known. */
export const duplicateReasons = ['same-code', 'same-name', 'former-name', 'like-name'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

interface Named {
  readonly name: string
  readonly uscc?: string | undefined
}

interface Known extends Named {
  readonly formerNames: readonly { readonly name: string }[]
}

export interface Duplicate<Each> {
  readonly known: Each
  readonly reason: DuplicateReason
}

/** What is known, made ready once for holding many rows against it. */
export interface DuplicateIndex<Each> {
  readonly byCode: ReadonlyMap<string, Each>
  readonly byName: ReadonlyMap<string, readonly Each[]>
  readonly byFormerName: ReadonlyMap<string, readonly Each[]>
  readonly cores: readonly { readonly known: Each; readonly core: Bigrams }[]
}

// Below this, names share no more than the place and a common word.
const alike = 0.78
const mostShown = 5

export function duplicateIndex<Each extends Known>(known: readonly Each[]): DuplicateIndex<Each> {
  const byFormerName = new Map<string, Each[]>()
  for (const each of known) {
    for (const { name } of each.formerNames) {
      const key = plainEnterpriseName(name)
      byFormerName.set(key, [...(byFormerName.get(key) ?? []), each])
    }
  }
  return {
    byCode: new Map(known.flatMap((each) => (each.uscc === undefined ? [] : [[each.uscc, each]]))),
    byName: Map.groupBy(known, ({ name }) => plainEnterpriseName(name)),
    byFormerName,
    cores: known.map((each) => ({ known: each, core: bigramsOf(coreOf(each.name)) })),
  }
}

/**
 * The enterprises that a row of a list may be, the surest first. One with another code and another name
 * is never shown: two codes are two enterprises unless a person says otherwise.
 */
export function duplicatesOf<Each extends Known>(
  row: Named,
  index: DuplicateIndex<Each>,
): readonly Duplicate<Each>[] {
  const found = new Map<Each, DuplicateReason>()
  const add = (known: readonly Each[], reason: DuplicateReason): void => {
    for (const each of known) if (!found.has(each)) found.set(each, reason)
  }
  const sameCode = row.uscc === undefined ? undefined : index.byCode.get(row.uscc)
  if (sameCode) return [{ known: sameCode, reason: 'same-code' }]
  const name = plainEnterpriseName(row.name)
  add(index.byName.get(name) ?? [], 'same-name')
  add(index.byFormerName.get(name) ?? [], 'former-name')
  const core = bigramsOf(coreOf(row.name))
  const like = index.cores
    .filter(({ known }) => !bothHaveCodes(row, known))
    .map(({ known, core: other }) => ({ known, likeness: likeness(core, other) }))
    .filter((one) => one.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
  add(
    like.map(({ known }) => known),
    'like-name',
  )
  return [...found].slice(0, mostShown).map(([known, reason]) => ({ known, reason }))
}

function bothHaveCodes(a: Named, b: Named): boolean {
  return a.uscc !== undefined && b.uscc !== undefined
}

/** A name as it is compared: no spaces, brackets and letters of one width. */
export function plainEnterpriseName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s·•.,，。、"'“”‘’]/gu, '')
    .replaceAll(/[()（）[\]【】]/gu, '')
    .toUpperCase()
}

/** What tells an enterprise from others: its name without the form of company. */
function coreOf(name: string): string {
  const plain = plainEnterpriseName(name)
  const core = plain.replace(
    /(?:股份|集团|控股)*(?:有限责任公司|股份有限公司|有限公司|公司|厂|集团)$/u,
    '',
  )
  return core.length >= 2 ? core : plain
}
