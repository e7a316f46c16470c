import type { AnyRoute } from '#contract/route.ts'

/** What fields may be, by their names, the likeliest first. */
export type Choices = Readonly<Record<string, readonly unknown[]>>

/** The first of the choices for each field that a route takes; fields it takes none for are left out. */
export function fitted({ input }: AnyRoute, choices: Choices): Readonly<Record<string, unknown>> {
  const left = new Map(Object.entries(choices))
  for (;;) {
    const given = Object.fromEntries(
      [...left].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    )
    const parsed = input.safeParse(given)
    if (parsed.success) return given
    const refused = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
    const next = [...refused].filter((name) => left.has(name))
    if (next.length === 0) return given
    for (const name of next) {
      const values = (left.get(name) ?? []).slice(1)
      if (values.length === 0) left.delete(name)
      else left.set(name, values)
    }
  }
}
