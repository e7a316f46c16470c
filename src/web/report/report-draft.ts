import type { Report } from '#contract/report.ts'

/** What was typed and not yet saved, with the revision it was typed on. */
export interface ReportDraft {
  readonly revision: number
  readonly changes: Readonly<Record<string, string | null>>
  readonly explanations: Readonly<Record<string, string>>
}

export function emptyDraft(revision: number): ReportDraft {
  return { revision, changes: {}, explanations: {} }
}

export function isEmpty({ changes, explanations }: ReportDraft): boolean {
  return Object.keys(changes).length === 0 && Object.keys(explanations).length === 0
}

/** The draft on what is known now: an empty one begins on the present revision, another keeps its own. */
export function draftOn({ revision }: Pick<Report, 'revision'>, draft: ReportDraft): ReportDraft {
  return isEmpty(draft) ? emptyDraft(revision) : draft
}

/** What is left of a draft once `sent` is saved: whatever was typed while it was on its way. */
export function afterSave(
  draft: ReportDraft,
  sent: Pick<ReportDraft, 'changes' | 'explanations'>,
  revision: number,
): ReportDraft {
  return {
    revision,
    changes: without(draft.changes, sent.changes),
    explanations: without(draft.explanations, sent.explanations),
  }
}

function without<Value>(
  now: Readonly<Record<string, Value>>,
  sent: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => !(key in sent) || sent[key] !== value),
  )
}

/** Where drafts outlive a reload: this browser, by person and report. */
export interface DraftStore {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
  readonly removeItem: (key: string) => void
}

export function keepDraft(store: DraftStore, key: string, draft: ReportDraft): void {
  if (isEmpty(draft)) store.removeItem(key)
  else store.setItem(key, JSON.stringify(draft))
}

/** The draft kept under `key`; undefined where there is none or it cannot be read. */
export function keptDraft(store: DraftStore, key: string): ReportDraft | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? 'null')
    return isDraft(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isDraft(kept: unknown): kept is ReportDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'revision' in kept &&
    typeof kept.revision === 'number' &&
    'changes' in kept &&
    isRecord(kept.changes) &&
    'explanations' in kept &&
    isRecord(kept.explanations)
  )
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
