import { describedFunctions } from '#core/expression/signatures.ts'
import { exampleFigures, exampleOutcome, examples } from './function-examples.ts'

/** The page of the guide that lists every function of the language with its twins and a worked example, in Markdown. */
export function functionPage(): string {
  return `${[...introduction, ...describedFunctions.flatMap(section)].join('\n\n')}\n`
}

const names: Readonly<Record<string, string>> = {
  revenue: '营业收入',
  all: '全区营业收入',
  power: '用电量',
  assets: '资产总计',
}

const introduction: readonly string[] = [
  '# 公式的函数',
  '本页由 `./jingwei expression functions` 生成，例子的结果是当场算出的。写法、单位和限度见[公式](formulas.md)。',
  '例子都取 2026 年 5 月。用到的数（流量为本年累计，括号中是报表填的上年同期）：',
  exampleFigures
    .map(
      ([code, period, value, base]) =>
        `- ${names[code] ?? code} ${period}：${value}${base === undefined ? '' : `（${base}）`}`,
    )
    .join('\n'),
  '同组另有两家，营业收入 240 万元和 90 万元。',
]

function section({
  names: [name = '', ...twins],
  signature,
  meaning,
}: (typeof describedFunctions)[number]): readonly string[] {
  const example = examples[name]
  if (example === undefined) throw new Error(`${name} has no example`)
  return [
    `## ${name}`,
    `\`${signature}\`：${meaning}。也可写 ${twins.map((twin) => `\`${twin}\``).join('、')}。`,
    `例：\`${example}\` 得 ${exampleOutcome(example)}`,
  ]
}
