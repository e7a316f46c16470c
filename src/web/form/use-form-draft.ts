import { useEffect, useState } from 'react'
import type { Form } from './form-edit.ts'

/** What somebody designs, and the version it began with. */
interface Designed {
  readonly version: number
  readonly form: Form
}

/** A form being designed: kept in this browser until it is published or given up. */
export function useFormDraft(key: string, base: Designed) {
  const [draft, setDraft] = useState<Designed>(() => kept(key) ?? base)
  const isChanged = JSON.stringify(draft.form) !== JSON.stringify(base.form)
  useEffect(() => {
    if (isChanged) localStorage.setItem(key, JSON.stringify(draft))
    else localStorage.removeItem(key)
  }, [key, draft, isChanged])
  return {
    form: draft.form,
    version: draft.version,
    isChanged,
    /** Somebody published another version meanwhile. */
    isBehind: draft.version !== base.version,
    change: (form: Form) => setDraft((now) => ({ ...now, form })),
    /** Gives up what was changed. */
    discard: () => setDraft(base),
    /** Goes on with what was changed, as the version after the one there is now. */
    goOn: () => setDraft((now) => ({ ...now, version: base.version })),
    published: (version: number) => setDraft((now) => ({ ...now, version })),
  }
}

function kept(key: string): Designed | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isDesigned(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isDesigned(found: unknown): found is Designed {
  return (
    typeof found === 'object' &&
    found !== null &&
    'version' in found &&
    typeof found.version === 'number' &&
    'form' in found &&
    typeof found.form === 'object' &&
    found.form !== null &&
    'sections' in found.form &&
    Array.isArray(found.form.sections) &&
    'checks' in found.form &&
    Array.isArray(found.form.checks)
  )
}
