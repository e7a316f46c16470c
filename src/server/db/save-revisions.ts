/** An entry of a registry before and after a change; without `before` it is new. */
interface Change<Entry> {
  readonly before?: Entry
  readonly after: Entry
}

/**
 * Adds the entries that are new and puts the others in place of what they were, each with its next revision.
 * Gives them as they are kept, in the order of the changes.
 */
export async function saveRevisions<Entry extends { readonly revision: number }>(
  changes: readonly Change<Entry>[],
  insert: (entries: readonly Entry[]) => Promise<void>,
  save: (entry: Entry) => Promise<void>,
): Promise<readonly Entry[]> {
  const saved = changes.map(({ before, after }) => ({
    isNew: !before,
    entry: { ...after, revision: before ? before.revision + 1 : 0 },
  }))
  await insert(saved.filter(({ isNew }) => isNew).map(({ entry }) => entry))
  for (const { isNew, entry } of saved) if (!isNew) await save(entry)
  return saved.map(({ entry }) => entry)
}
