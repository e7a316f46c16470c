import { ItemContent, type ItemKind } from '#contract/plan-items.ts'
import type { Result } from '#core/result.ts'
import { quantityWords } from '../../plan/number-words.ts'

/** What a form of an item holds; fields left empty are undefined, null or ''. */
export type FormValues = Readonly<Record<string, unknown>>

/** A field that does not fit, by its path in the form. */
export interface FieldProblem {
  readonly path: readonly (string | number)[]
  readonly code: 'required' | 'invalid'
}

/** The item a form describes, or the fields that stand in its way. */
export function itemOfForm(
  kind: ItemKind,
  values: FormValues,
): Result<ItemContent, readonly FieldProblem[]> {
  const content = withoutBlanks({ ...emptyLists[kind], ...values })
  const parsed = ItemContent.safeParse({ kind, content })
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error: parsed.error.issues.map(({ path, code }) => ({
      path: path.slice(1).map((step) => (typeof step === 'symbol' ? String(step) : step)),
      code: code === 'invalid_type' || code === 'too_small' ? 'required' : 'invalid',
    })),
  }
}

/** The form of a new item: the selected words stand where its name goes. */
export function formOfSelection(kind: ItemKind, words: string): FormValues {
  const name = words.replaceAll(/\s+/g, ' ')
  switch (kind) {
    case 'target':
      return { indicator: name.slice(0, 60), milestones: [], growth: [] }
    case 'task':
      return { text: name, lead: [], responsible: [] }
    case 'project':
      return { name: name.slice(0, 80) }
    case 'industry':
      return { name: name.slice(0, 40), segments: [] }
    case 'park':
      return { name: name.slice(0, 40), industries: [], area: [] }
  }
}

const emptyLists: Record<ItemKind, FormValues> = {
  target: { milestones: [], growth: [] },
  task: { lead: [], responsible: [] },
  project: {},
  industry: { segments: [] },
  park: { industries: [], area: [] },
}

// Lists stay even when empty: an empty list says something, an empty field does not.
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((one) => one !== undefined)
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value !== 'object' || value === null) return value ?? undefined
  const entries = Object.entries(value)
    .map(([name, part]) => [name, withoutBlanks(part)] as const)
    .filter(([, part]) => part !== undefined)
  const filled = entries.some(([name]) => name !== 'op' && name !== 'kind' && name !== 'cumulative')
  return filled ? withText(Object.fromEntries(entries)) : undefined
}

// A figure typed into the form has no printed form yet: its words stand in.
function withText(part: Record<string, unknown>): Record<string, unknown> {
  if (part['text'] !== undefined || typeof part['op'] !== 'string') return part
  return { ...part, text: quantityWords({ ...part, text: '' } as never) }
}
