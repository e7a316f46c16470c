/** How the names of the units that carry out a plan end. */
const unitEnd =
  '(?:[委局办厅部院会司处室站所校馆社台队行厂镇乡村区县市州旗盟街]|政府|中心|公司|集团|单位|部门|企业|街道|机构|大学|机关|组织|专班|小组|主体|运营商|各地|基地|税务)'
const endsAsUnit = new RegExp(`${unitEnd}(?:[（(][^（）()]*[）)])?$`)
const opening = '（(【['
const closing = '）)】]'

/** Whether a wording reads as the name of a government unit, an enterprise or a group of such. */
export function isUnitName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 30 &&
    !/[。；：:！？“”《》]/.test(text) &&
    endsAsUnit.test(text)
  )
}

const organEnd =
  /(?:[委局办厅部院镇乡室处会联]|政府|管委会|委员会|中心|公司|集团|街道|单位|部门)(?:[（(].*[）)])?$/

/** Whether a wording can only be a unit: 区经信委, but not 园区 or 政府. */
export function isOrgan(text: string): boolean {
  return text.length >= 3 && isUnitName(text) && organEnd.test(text)
}

/**
 * The units a list names: parted by 、，,；; and line breaks, ended by 。, with 等 and remarks such as
 * 按职责分工负责 taken off. A name broken over two lines comes back whole, and 和 parts two units but not
 * the two halves of a name (经济和信息化局).
 */
export function unitsIn(list: string): string[] {
  const units = rejoined(parts(list)).flatMap(partedAtAnd).flatMap(partedWhereRunTogether).map(tidy)
  return [...new Set(units.filter((unit) => unit !== '' && !/^[—–\-/／无]+$/.test(unit)))]
}

/** Splits outside of brackets only: 各乡镇（街道、园区） is one unit. */
function parts(list: string): string[] {
  const found: string[] = ['']
  let depth = 0
  for (const character of list) {
    if (opening.includes(character)) depth++
    if (closing.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && /[、，,；;。\n\t ]/.test(character)) {
      found.push(/[\n\t ]/.test(character) ? softBreak : '', '')
    } else {
      found[found.length - 1] += character
    }
  }
  return found.filter((part) => part !== '')
}

// Where a line ends the name may go on in the next: only a whole name is parted there.
const softBreak = '\n'

function rejoined(found: readonly string[]): string[] {
  const units: string[] = []
  let joins = false
  for (const part of found) {
    if (part === softBreak) {
      joins = !endsAsUnit.test(units.at(-1) ?? '')
      continue
    }
    const previous = joins ? units.pop() : undefined
    units.push(`${previous ?? ''}${part}`)
    joins = false
  }
  return units
}

/** Two names in one; what is longer is a sentence. */
const longestPair = 60

function partedAtAnd(unit: string): string[] {
  if (unit.length > longestPair) return [unit]
  for (const match of unit.matchAll(/以及|及|和|与/g)) {
    const left = unit.slice(0, match.index)
    const right = unit.slice(match.index + match[0].length)
    if (isUnitName(left) && isUnitName(right.replace(/等.*$/, '')) && !/[区县市]$/.test(left)) {
      return [left, ...partedAtAnd(right)]
    }
  }
  return [unit]
}

/** 市发改委市工信局: a file that lost the break between two lines of a cell. */
function partedWhereRunTogether(unit: string): string[] {
  if (unit.length > longestPair) return [unit]
  for (const { index } of unit.matchAll(/(?<=[委局办厅院]|中心|公司|政府)(?=[省市区县州])/g)) {
    const [left, right] = [unit.slice(0, index), unit.slice(index)]
    if (isOrgan(left) && isOrgan(right)) return [left, ...partedWhereRunTogether(right)]
  }
  return [unit]
}

function tidy(unit: string): string {
  return unit
    .replace(/\s+/g, '')
    .replace(/^(?:由|会同|联合|及|和|与|其他|以及|请)(?=[\u4e00-\u9fa5]{2})/, (word) =>
      word === '其他' ? word : '',
    )
    .replace(/(?:按照?职责|依职责|按各自职责|分别|共同|根据职责).*$/, '')
    .replace(/(?<=.{2})等(?:[\u4e00-\u9fa5]{0,6}(?:单位|部门))?$/, '')
    .replace(/[：:。；;]+$/, '')
}
