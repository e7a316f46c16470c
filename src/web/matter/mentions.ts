import type { Person } from '#contract/session.ts'

/** Who is mentioned by `@name`; the longer of two names that begin alike, so that 王明 is not told of @王明亮. */
export function mentionedIn(text: string, people: readonly Person[]): Person['id'][] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  const meant = text
    .split('@')
    .slice(1)
    .map((after) => {
      return longestFirst.find(({ name }) => after.startsWith(name))?.id
    })
  return [...new Set(meant.filter((id) => id !== undefined))]
}
