const browsers = [
  ['Edg/', 'Edge'],
  ['360SE', '360'],
  ['QQBrowser', 'QQ'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** A browser and its system, as in `Chrome · Windows`; what says neither is shown as it is. */
export function deviceWords(agent: string): string {
  const found = [browsers, systems].flatMap((list) => {
    const name = list.find(([sign]) => agent.includes(sign))?.[1]
    return name === undefined ? [] : [name]
  })
  return found.length > 0 ? found.join(' · ') : agent.slice(0, 60)
}
