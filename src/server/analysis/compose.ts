import type { AnalysisBlock } from '#contract/analysis.ts'
import {
  indicatorsIn,
  readTemplateText,
  type AnalysisTemplate,
  type Setting,
  type TemplateBlock,
} from '#core/analysis/template.ts'
import { missing, phrase } from '#core/analysis/phrases.ts'
import { cumulativeMonth, type Period } from '#core/period/period.ts'
import { cumulativeName, periodName } from '#core/period/period-name.ts'
import { convertExact } from '#core/quantity/unit.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadContext } from '#server/http/context.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { sumSightOf } from '#server/subject/sum-sight.ts'
import { subjectNames } from '#server/subject/subject-names.ts'
import { lookAtTargets, type Look } from '#server/watching/look-at-targets.ts'
import type { outlookMemory } from '#server/watching/remembered.ts'
import {
  type BlockGround,
  outlookBlocks,
  prosperityBlocks,
  pullBlocks,
  targetBlocks,
  warningBlocks,
} from './blocks.ts'
import { indicatorTable, projectBlocks } from './tables.ts'
import { factsOf, type NamedFacts } from './facts.ts'
import { templateFor } from './templates.ts'

type Part = Extract<AnalysisBlock, { kind: 'paragraph' }>['parts'][number]

export interface Edition {
  readonly period: Period
  /** Absent for the present. */
  readonly asOf?: string
}

/** The analysis of a period as blocks, for the screen and for paper alike. [R5] */
export async function composeAnalysis(
  context: ReadContext,
  edition: Edition,
  outlookOf: ReturnType<typeof outlookMemory>,
): Promise<readonly AnalysisBlock[]> {
  const { db, region } = context
  const template = await templateFor(db, { region: region.code, ...edition })
  return composeBy(context, template, edition, outlookOf)
}

/** The same by a template that need not be in use. */
export async function composeBy(
  context: ReadContext,
  template: AnalysisTemplate,
  { period, asOf }: Edition,
  outlookOf: ReturnType<typeof outlookMemory>,
): Promise<readonly AnalysisBlock[]> {
  const { db, region } = context
  const library = await libraryAt(db, asOf)
  const at = cumulativeMonth(period) ?? period
  const known = asOf === undefined ? {} : { asOf }
  const look = await lookAtTargets(db, { region: region.code, period: at, ...known }, outlookOf)
  const facts = withPlans(
    await factsOf(db, {
      region: region.code,
      period,
      at,
      library,
      names: indicatorsIn(template),
      ...known,
    }),
    look,
  )
  const ground: BlockGround = {
    context,
    at,
    known,
    library,
    look,
    nameOf: await subjectNames(db, region.code),
    sees: await sumSightOf(context),
  }
  return blocksOf(template, { facts, ground, period })
}

interface Written {
  readonly facts: ReadonlyMap<string, NamedFacts>
  readonly ground: BlockGround
  readonly period: Period
}

async function blocksOf(
  template: AnalysisTemplate,
  written: Written,
): Promise<readonly AnalysisBlock[]> {
  const blocks: AnalysisBlock[] = [{ kind: 'title', parts: sentence(template.title, written) }]
  for (const { heading, blocks: own } of template.sections) {
    blocks.push({ kind: 'heading', level: 1, parts: sentence(heading, written) })
    for (const block of own) blocks.push(...(await blockOf(block, written)))
  }
  return blocks
}

async function blockOf(block: TemplateBlock, written: Written): Promise<readonly AnalysisBlock[]> {
  const { ground } = written
  switch (block.kind) {
    case 'text':
      return [{ kind: 'paragraph', parts: sentence(block.text, written) }]
    case 'targets':
      return targetBlocks(block, ground)
    case 'pulls':
    case 'enterprises':
      return pullBlocks(block, ground)
    case 'warnings':
      return warningBlocks(block, ground, 'open')
    case 'cleared-warnings':
      return warningBlocks(block, ground, 'cleared')
    case 'outlook':
      return outlookBlocks(block, ground)
    case 'prosperity':
      return prosperityBlocks(ground)
    case 'projects':
      return projectBlocks(block, ground)
    case 'indicators':
      return indicatorTable(block, written.facts, ground)
  }
}

/** A sentence with its places filled in; every figure keeps where it came from. */
function sentence(text: string, { facts, ground, period }: Written): readonly Part[] {
  const read = readTemplateText(text)
  // Templates are checked when they are written; one that is broken is printed as it stands.
  if (!read.ok) return [{ text }]
  return read.value.map((part): Part => {
    switch (part.kind) {
      case 'text':
        return { text: part.text }
      case 'setting':
        return { text: settingText(part.setting, ground, period) }
      case 'phrase': {
        const named = facts.get(part.indicator)
        if (!named) return { text: missing }
        return {
          text: phrase(part.phrase, named.facts),
          figure: {
            subject: `region:${ground.context.region.code}`,
            indicator: named.code,
            period: ground.at,
          },
        }
      }
    }
  })
}

function settingText(setting: Setting, { context, known }: BlockGround, period: Period): string {
  switch (setting) {
    case '地区':
      return context.region.name
    case '期间':
      return periodName(period)
    case '累计期间':
      return cumulativeName(period)
    case '截止日':
    case '日期':
      return dayInWords(known.asOf ?? context.now)
    case '单位':
      return context.user.name
  }
}

function dayInWords(moment: string): string {
  const [year = '', month = '', day = ''] = dayInChina(moment).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** The planned values of targets that measure the whole region, beside the indicators they measure. */
function withPlans(
  facts: ReadonlyMap<string, NamedFacts>,
  { targets }: Look,
): ReadonlyMap<string, NamedFacts> {
  return new Map(
    [...facts].map(([name, named]) => {
      const target = targets.find(
        ({ measure, standing }) =>
          measure?.definition.code === named.code &&
          measure.subject.kind === 'region' &&
          standing.planned !== undefined,
      )
      const planned =
        target?.standing.planned !== undefined
          ? convertExact(String(target.standing.planned), target.unit, named.facts.unit)
          : undefined
      return [
        name,
        planned === undefined ? named : { ...named, facts: { ...named.facts, planned } },
      ]
    }),
  )
}
