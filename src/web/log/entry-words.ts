import type { LogEntry } from '#contract/log.ts'

const naming = ['name', 'title', 'fileName', 'login', 'indicator', 'schedule', 'kind'] as const

/** What an entry is about, by a name found in what was after or before; `undefined` where there is none. */
export function subjectName({ before, after }: Pick<LogEntry, 'before' | 'after'>) {
  return nameIn(after) ?? nameIn(before)
}

function nameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = new Map<string, unknown>(Object.entries(value))
  const found = naming.map((name) => fields.get(name)).find((one) => typeof one === 'string')
  return typeof found === 'string' ? found : nameIn(fields.get('content'))
}
