/** A name of a unit taken apart: 经济和信息化委员会 is the field 经济信息化 and the body 委. */
export interface NameParts {
  readonly field: string
  /** The form of the body, in short; empty where the name shows none. */
  readonly body: string
}

/** The ends of names and what they are in short; the longer ones first. */
const bodies: readonly (readonly [ending: string, body: string])[] = [
  ['工作领导小组办公室', '小组办'],
  ['领导小组办公室', '小组办'],
  ['工作领导小组', '小组'],
  ['领导小组', '小组'],
  ['管理委员会', '管委会'],
  ['管委会', '管委会'],
  ['街道办事处', '街道'],
  ['街道办', '街道'],
  ['街道', '街道'],
  ['镇人民政府', '镇'],
  ['镇政府', '镇'],
  ['乡人民政府', '乡'],
  ['乡政府', '乡'],
  ['工作专班', '专班'],
  ['专班', '专班'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['中心', '中心'],
  ['镇', '镇'],
  ['乡', '乡'],
  ['委', '委'],
  ['局', '局'],
  ['办', '办'],
]

export function namePartsOf(name: string): NameParts {
  const [ending, body] = bodies.find(([end]) => name.endsWith(end) && name !== end) ?? ['', '']
  const field = name.slice(0, name.length - ending.length)
  return { field: field.replaceAll(/[和与及、]/g, ''), body }
}

/**
 * How a name may be meant within a region: as it stands, and without what says that it is the
 * region's own, its name (青澜区经信委) or its level (区经信委). 市场监管局 shows why both count, and a
 * name of another level (市经信委 in a district) keeps its level, so that it is nobody's there.
 */
export function readingsOf(wording: string, regionName: string): readonly string[] {
  const plain = wording.replaceAll(/\s|[（(][^（）()]*[）)]/g, '')
  const own = ownPrefixes(regionName).find(
    (prefix) => plain.startsWith(prefix) && plain.length > prefix.length + 1,
  )
  return own === undefined ? [plain] : [plain, plain.slice(own.length)]
}

function ownPrefixes(regionName: string): readonly string[] {
  const level = regionName.slice(-1)
  if (regionName.length < 2) return []
  return [`中共${regionName}委`, regionName, `本${level}`, `我${level}`, level]
}

/** Whether one field is the other in short: its letters in their order, the first among them. */
export function isShortFor(short: string, long: string): boolean {
  if (short === '' || short.length >= long.length || short[0] !== long[0]) return false
  let at = 0
  for (const letter of short) {
    at = long.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
