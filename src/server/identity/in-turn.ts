/** Runs pieces of work one after the other where they have the same key, in the order they came. */
export type InTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>

export function inTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
