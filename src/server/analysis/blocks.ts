import type { AnalysisBlock } from '#contract/analysis.ts'
import type { TemplateBlock } from '#core/analysis/template.ts'
import type { Subject } from '#core/indicator/figure.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import { isPeriod, type Period, yearOf } from '#core/period/period.ts'
import { periodName } from '#core/period/period-name.ts'
import type { ReadContext } from '#server/http/context.ts'
import type { NameOf } from '#server/subject/subject-names.ts'
import { causesView } from '#server/watching/cause-view.ts'
import { causesOf } from '#server/watching/causes.ts'
import type { Look } from '#server/watching/look-at-targets.ts'
import { prosperityOf } from '#server/watching/prosperity.ts'
import { judgementFor, type Watched } from '#server/watching/standings.ts'
import { outlookView } from '#server/watching/standing-view.ts'
import { rulesOf, warningsOf } from '#server/watching/warning-store.ts'

/** What all lists and tables of an analysis are made from. */
export interface BlockGround {
  readonly context: ReadContext
  /** The month at whose end cumulative values stand. */
  readonly at: Period
  /** The moment the analysis is of; empty for the present, which is kept up to date and need not be made from the past. */
  readonly known: { readonly asOf?: string }
  readonly library: CompiledLibrary
  readonly look: Look
  readonly nameOf: NameOf
  readonly sees: (subject: Subject, members?: number) => boolean
}

export type Listed = Exclude<TemplateBlock, { readonly kind: 'text' }>
export type Part = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts'][number]

const lampWords = { normal: '正常', warning: '预警', behind: '滞后', unreported: '未报' } as const

/** Targets that are measured against their paths, as one table with a sentence before it. */
export function targetBlocks(
  { caption }: Listed,
  { look, at, context }: BlockGround,
): readonly AnalysisBlock[] {
  const measured = look.targets.filter(({ measure }) => measure)
  const count = (lamp: keyof typeof lampWords): number =>
    measured.filter(({ standing }) => standing.lamp === lamp).length
  const words = (['normal', 'warning', 'behind', 'unreported'] as const)
    .map((lamp) => `${lampWords[lamp]}${count(lamp)}项`)
    .join('、')
  return [
    {
      kind: 'paragraph',
      parts: [
        {
          text: `已绑定数据的规划目标${measured.length}项，其中${words}。`,
          page: `/watching?period=${at}`,
        },
      ],
    },
    {
      kind: 'table',
      caption: caption ?? '',
      head: ['目标', '单位', '实绩', '路径应到', '偏差', '同比', '灯号'],
      rows: measured.map((watch) => targetRow(watch, targetPage(watch, context.region.code, at))),
    },
  ]
}

/** Where a target is shown with its path, its forecast and what was said about it. */
function targetPage({ row }: Watched, region: string, at: Period): string {
  return `/watching/targets/${region}/${row.id}?period=${at}`
}

function targetRow(watch: Watched, page: string): readonly (readonly Part[])[] {
  const { standing, unit, measure, past } = watch
  const lineage = measure &&
    standing.period && {
      figure: {
        subject: `${measure.subject.kind}:${measure.subject.code}`,
        indicator: measure.definition.code,
        period: standing.period,
      },
    }
  return [
    [{ text: nameOfTarget(watch) }],
    [{ text: unit }],
    [{ text: shown(standing.actual), ...lineage }],
    [{ text: shown(standing.planned), page }],
    [{ text: percent(standing.deviation), page }],
    [{ text: percent(past?.growth), ...lineage }],
    [{ text: lampWords[standing.lamp], page }],
  ]
}

/** Who pulled the growth up and who down, in a sentence, a chart and, for enterprises, a table. */
export async function pullBlocks(
  { indicator = '', by = 'industry', most = 10, caption = '' }: Listed,
  { context, at, known, library, nameOf, sees }: BlockGround,
): Promise<readonly AnalysisBlock[]> {
  const code = library.codes.get(indicator)
  const definition = code === undefined ? undefined : library.entries.get(code)?.at(-1)?.definition
  if (!definition) return []
  const { region, db } = context
  const found = await causesOf(db, {
    region: region.code,
    indicator: definition.code,
    period: at,
    by,
    ...known,
  })
  const whole: Subject = { kind: 'region', code: region.code }
  const view = causesView(found, { whole, by, unit: definition.unit, nameOf, sees })
  const { pulls, growthPoints } = view
  if (growthPoints === undefined)
    return [{ kind: 'paragraph', parts: [{ text: `${caption}：（缺数）` }] }]
  // Nobody belongs to a dimension: there is nothing to split by it.
  if (pulls.every(({ subject }) => subject.code === '')) return []
  const up = pulls.filter(({ points }) => points > 0)
  const down = pulls.filter(({ points }) => points < 0).toReversed()
  const name = ({ subject, name: called, points }: (typeof pulls)[number]): readonly Part[] => [
    { text: called },
    {
      text: `${Math.abs(points).toFixed(2)}个百分点`,
      // What belongs nowhere has no page of its own.
      ...(subject.code !== '' && {
        figure: {
          subject: `${subject.kind}:${subject.code}`,
          indicator: definition.code,
          period: at,
        },
      }),
    },
  ]
  const listed = (some: typeof pulls): readonly Part[] =>
    some.slice(0, 3).flatMap((pull, i) => [...(i > 0 ? [{ text: '、' }] : []), ...name(pull)])
  const strongest = [...up.slice(0, most), ...down.slice(0, Math.max(0, most - up.length))]
  return [
    {
      kind: 'paragraph',
      parts: [
        { text: `${caption}：` },
        ...(up.length > 0 ? [{ text: '拉动较大的有' }, ...listed(up)] : []),
        ...(up.length > 0 && down.length > 0 ? [{ text: '；' }] : []),
        ...(down.length > 0 ? [{ text: '下拉较大的有' }, ...listed(down)] : []),
        { text: '。' },
      ],
    },
    {
      kind: 'chart',
      caption: `${caption}（百分点，合计${growthPoints.toFixed(2)}）`,
      chart: 'pulls',
      categories: strongest.map((pull) => pull.name),
      series: [{ name: '拉动', values: strongest.map(({ points }) => points) }],
    },
  ]
}

/** Warnings that stand, or that the last months cleared, with what became of them. */
export async function warningBlocks(
  { caption = '', most = 15 }: Listed,
  { context, at, nameOf, sees }: BlockGround,
  state: 'open' | 'cleared',
): Promise<readonly AnalysisBlock[]> {
  const { db, region } = context
  const rules = new Map((await rulesOf(db, region.code)).map(({ rule }) => [rule.code, rule]))
  const rows = (await warningsOf(db, region.code, { state })).filter(
    ({ subjectKind, subjectCode, until }) =>
      sees({ kind: subjectKind as Subject['kind'], code: subjectCode }) &&
      (state === 'open' || until === at),
  )
  const count = (grade: string): number => rows.filter((row) => row.grade === grade).length
  const sentence =
    state === 'open'
      ? `未解除的预警${rows.length}条，其中红色${count('red')}条、橙色${count('orange')}条、黄色${count('yellow')}条。`
      : `本期解除预警${rows.length}条。`
  const grades: Readonly<Record<string, string>> = { red: '红', orange: '橙', yellow: '黄' }
  const head = ['等级', '对象', '事项', '起始', '处置']
  const namePart = (subject: Subject): Part => ({
    text: nameOf(subject),
    ...(subject.kind === 'enterprise' && { page: `/enterprises/${subject.code}` }),
  })
  return [
    { kind: 'paragraph', parts: [{ text: sentence, page: `/warnings?state=${state}` }] },
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            caption,
            head,
            rows: rows
              .slice(0, most)
              .map((row) => [
                [{ text: grades[row.grade] ?? row.grade }],
                [namePart({ kind: row.subjectKind as Subject['kind'], code: row.subjectCode })],
                [{ text: rules.get(row.ruleCode)?.name ?? row.ruleCode }],
                [{ text: periodName(row.since) }],
                [{ text: handling(row) }],
              ]),
          },
        ]
      : []),
  ]
}

function handling(row: {
  readonly matterId: string | null
  readonly isRight: boolean | null
  readonly verdict: string | null
}): string {
  const verdict = row.isRight === null ? '' : row.isRight ? '属实' : '误报'
  return [row.matterId === null ? '' : '已转事项', verdict, row.verdict ?? '']
    .filter((part) => part !== '')
    .join('，')
}

/** What the year will bring for the main targets, with how sure that is. */
export function outlookBlocks(
  { caption = '' }: Listed,
  { look, at, context }: BlockGround,
): readonly AnalysisBlock[] {
  const rows = look.targets.flatMap((watch) => {
    const year = watch.remembered?.outlook?.years.find((each) => each.year === yearOf(at))
    if (!year || watch.row.content.scope) return []
    const judgement = judgementFor(look.judgements, watch.row.lineageId, year.year)
    const outlook = outlookView(year, { ...watch, judgement })
    const page = targetPage(watch, context.region.code, at)
    return [
      [
        watch.row.content.indicator,
        watch.unit,
        shown(outlook.mean),
        `${shown(outlook.lower80)}—${shown(outlook.upper80)}`,
        shown(outlook.goal),
        outlook.probability === undefined ? '—' : `${Math.round(outlook.probability * 100)}%`,
        outlook.pastError === undefined ? '—' : `${(outlook.pastError * 100).toFixed(1)}%`,
      ].map((text, i) => [i < 2 ? { text } : { text, page }]),
    ]
  })
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      caption: `${caption}（测算）`,
      head: ['目标', '单位', '预测', '80%区间', '全年目标', '达成概率', '往年同期误差'],
      rows,
    },
  ]
}

/** How many grow and how hot the indicators are, in a sentence and a chart. */
export async function prosperityBlocks({
  context,
  at,
  known,
}: BlockGround): Promise<readonly AnalysisBlock[]> {
  const { db, region } = context
  const { points } = await prosperityOf(db, { region: region.code, until: at, ...known })
  const last = points.at(-1)
  const before = points.at(-2)
  if (last?.diffusion === undefined) return []
  const trend =
    before?.diffusion === undefined
      ? ''
      : `，较上期${last.diffusion >= before.diffusion ? '上升' : '下降'}${Math.abs(last.diffusion - before.diffusion).toFixed(1)}点`
  const composite = last.index === undefined ? '' : `；综合指数${last.index.toFixed(1)}`
  return [
    {
      kind: 'paragraph',
      parts: [
        {
          text: `${last.counted}家企业产值扩散指数${last.diffusion.toFixed(1)}（50为分界）${trend}${composite}。以上为测算。`,
          page: '/prosperity',
        },
      ],
    },
    {
      kind: 'chart',
      caption: '景气指数',
      chart: 'prosperity',
      categories: points.map(({ period }) => (isPeriod(period) ? periodName(period) : period)),
      series: [
        { name: '扩散指数', values: points.map(({ diffusion }) => diffusion ?? null) },
        { name: '综合指数', values: points.map(({ index }) => index ?? null) },
      ],
    },
  ]
}

function shown(value: number | undefined): string {
  if (value === undefined) return '—'
  return value.toFixed(Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : 2)
}

function percent(ratio: number | undefined): string {
  if (ratio === undefined) return '—'
  const text = Math.abs(ratio * 100).toFixed(1)
  if (Number(text) === 0) return '0.0%'
  return `${ratio > 0 ? '+' : '−'}${text}%`
}

/** With its scope, unless the name begins with it. */
function nameOfTarget({ row: { content } }: Watched): string {
  const scope = content.scope?.name ?? ''
  return content.indicator.startsWith(scope) ? content.indicator : `${scope}${content.indicator}`
}
