import type { DefinitionForm } from './definition-form.ts'
import type { EditStore } from '../draft/edit/unsent-edit.ts'

/** A definition being written, and the version of the indicator it began with; 0 for a new one. */
interface KeptDefinition {
  readonly version: number
  readonly typed: Partial<DefinitionForm>
}

/** Keeps what was typed in this browser until it is saved or given up: leaving the page loses nothing. */
export function keepDefinition(store: EditStore, key: string, kept: KeptDefinition): void {
  store.setItem(key, JSON.stringify(kept))
}

export function keptDefinition(store: EditStore, key: string): KeptDefinition | undefined {
  try {
    const found: unknown = JSON.parse(store.getItem(key) ?? 'null')
    return isKept(found) ? found : undefined
  } catch {
    return undefined
  }
}

/** One draft for each person and indicator; one for what is not there yet. */
export function definitionKey(person: string, code: string | undefined): string {
  return `jingwei.formula.${person}.${code ?? ''}`
}

/** Whether nothing of what was typed differs from what stood there. */
export function saysTheSame(typed: Partial<DefinitionForm>, initial: DefinitionForm): boolean {
  return JSON.stringify({ ...initial, ...typed }) === JSON.stringify(initial)
}

function isKept(found: unknown): found is KeptDefinition {
  return (
    typeof found === 'object' &&
    found !== null &&
    'version' in found &&
    typeof found.version === 'number' &&
    'typed' in found &&
    typeof found.typed === 'object' &&
    found.typed !== null
  )
}
