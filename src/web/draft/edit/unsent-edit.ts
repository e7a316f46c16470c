import type { FormValues } from './item-form.ts'

/** Edits not yet sent, kept in this browser so that neither a reload nor a crash loses them. */
export interface EditStore {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
  readonly removeItem: (key: string) => void
}

export function keepEdit(store: EditStore, draftId: string, itemId: string, values: FormValues) {
  store.setItem(keyOf(draftId, itemId), JSON.stringify(values))
}

export function keptEdit(
  store: EditStore,
  draftId: string,
  itemId: string,
): FormValues | undefined {
  const text = store.getItem(keyOf(draftId, itemId))
  if (text === null) return undefined
  try {
    const values: unknown = JSON.parse(text)
    return typeof values === 'object' && values !== null ? { ...values } : undefined
  } catch {
    return undefined
  }
}

export function dropEdit(store: EditStore, draftId: string, itemId: string): void {
  store.removeItem(keyOf(draftId, itemId))
}

function keyOf(draftId: string, itemId: string): string {
  return `jingwei.edit.${draftId}.${itemId}`
}
