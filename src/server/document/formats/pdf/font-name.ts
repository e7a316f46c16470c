/**
 * A font by the name that official documents are set in, from the name inside a PDF:
 * `ABCDEF+SimHei` is 黑体. Unknown names come back without their subset mark.
 */
export function fontName(name: string): string {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  return families.find(([pattern]) => pattern.test(plain))?.[1] ?? plain
}

const families: readonly (readonly [RegExp, string])[] = [
  [/xbs|xiaobiaosong|小标宋/i, '小标宋'],
  [/simhei|heiti|fzhtk?|黑体/i, '黑体'],
  [/kai/i, '楷体'],
  [/fang_?song|fzfs|仿宋/i, '仿宋'],
  [/simsun|songti|fzss|宋体/i, '宋体'],
]
