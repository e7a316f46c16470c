import type { AnalysisBlock } from '#contract/analysis.ts'
import { phrase } from '#core/analysis/phrases.ts'
import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { cumulativeMonth, type Period } from '#core/period/period.ts'
import { periodName } from '#core/period/period-name.ts'
import { convertExact } from '#core/quantity/unit.ts'
import { toldFigures } from '#server/indicator/told-store.ts'
import { subjectsWith } from '#server/watching/signal-series.ts'
import { rulesOf, warningsOf } from '#server/watching/warning-store.ts'
import type { BlockGround, Listed, Part } from './blocks.ts'
import type { NamedFacts } from './facts.ts'

/** An annex of indicators: value, growth, how the growth moved, the path. */
export function indicatorTable(
  { caption = '主要指标', indicators = [] }: Listed,
  facts: ReadonlyMap<string, NamedFacts>,
  { context, at }: BlockGround,
): readonly AnalysisBlock[] {
  const rows = indicators.flatMap((name) => {
    const named = facts.get(name)
    if (!named) return []
    const figure = {
      subject: `region:${context.region.code}`,
      indicator: named.code,
      period: at,
    }
    return [
      [
        [{ text: name }],
        ...(['累计值', '增速', '增速变化', '当月增速', '偏差'] as const).map((kind): Part[] => [
          { text: phrase(kind, named.facts), figure },
        ]),
      ],
    ]
  })
  if (rows.length === 0) return []
  const head = ['指标', '累计', '同比', '与上期相比', '本期同比', '与规划路径相比']
  return [{ kind: 'table', caption, head, rows }]
}

const investment = 'industrial-investment'

/** Projects by what was invested this year, each with the warnings that stand on it. */
export async function projectBlocks(
  { caption = '重点项目投资', most = 15 }: Listed,
  { context, at, known, library, nameOf, sees }: BlockGround,
): Promise<readonly AnalysisBlock[]> {
  const { db, region } = context
  const kind = 'project'
  const subjects = (
    await subjectsWith(db, { region: region.code, kind, indicators: [investment] })
  ).filter((subject) => sees(subject))
  const unit = library.entries.get(investment)?.at(-1)?.definition.unit ?? '万元'
  const periods = [...new Set([at, cumulativeMonth(at) ?? at, lastOf(at)])]
  const figures = await toldFigures(db, {
    region: region.code,
    subjects,
    indicators: [investment],
    periods,
    ...known,
  })
  const told = figures
    .flatMap(({ subject, value, period }) =>
      value === null ? [] : [{ subject, value: Number(value), period }],
    )
    .toSorted((a, b) => b.value - a.value)
  if (told.length === 0) return []
  const notes = await standing(context, at)
  const total = told.reduce((sum, { value }) => sum + value, 0)
  const shown = (value: number): string =>
    `${Number(convertExact(String(value), unit, '亿元') ?? value).toFixed(2)}亿元`
  return [
    {
      kind: 'paragraph',
      parts: [
        { text: `有数据的项目${told.length}个，${periodName(at)}止本年完成投资` },
        {
          text: shown(total),
          figure: { subject: `region:${region.code}`, indicator: investment, period: at },
        },
        { text: '。' },
      ],
    },
    {
      kind: 'table',
      caption,
      head: ['项目', '本年完成投资', '预警'],
      rows: told.slice(0, most).map(({ subject, value, period }) => [
        [{ text: nameOf(subject) }],
        [
          {
            text: shown(value),
            figure: { subject: subjectKey(subject), indicator: investment, period },
          },
        ],
        [{ text: notes.get(subjectKey(subject)) ?? '无' }],
      ]),
    },
  ]
}

/** 1-2月 as one period of statistics is February where a year has twelve months. */
function lastOf(at: Period): Period {
  return at.endsWith('-M1-2') ? (`${at.slice(0, 4)}-02` as Period) : at
}

async function standing(
  { db, region }: BlockGround['context'],
  at: Period,
): Promise<ReadonlyMap<string, string>> {
  const rules = new Map((await rulesOf(db, region.code)).map(({ rule }) => [rule.code, rule.name]))
  const rows = await warningsOf(db, region.code, { state: 'open' })
  return new Map(
    rows
      .filter(({ subjectKind, until }) => subjectKind === 'project' && until <= at)
      .map((row) => [
        subjectKey({ kind: 'project', code: row.subjectCode } satisfies Subject),
        rules.get(row.ruleCode) ?? row.ruleCode,
      ]),
  )
}
