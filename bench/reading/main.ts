import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import type { Document } from '#core/document/document.ts'
import { readEnterprises } from '#core/plan/read-enterprises.ts'
import { readIndustries } from '#core/plan/read-industries.ts'
import { readParks } from '#core/plan/read-parks.ts'
import { readProjects } from '#core/plan/read-projects.ts'
import { readTargets } from '#core/plan/read-targets.ts'
import { readTasks } from '#core/plan/read-tasks.ts'
import {
  type ItemScore,
  scoreEnterprises,
  scoreIndustries,
  scoreParks,
  scoreProjects,
  scoreTasks,
  type TruthChain,
  type TruthPark,
  type TruthProject,
  type TruthTask,
} from '#test/reading-score-items.ts'
import { scoreTargets, type TruthTarget } from '#test/reading-score-targets.ts'
import { drawnReport, type KindScore } from './report.ts'

/** An annotated document, as far as it is annotated. */
interface Truth {
  readonly title: string
  readonly period: readonly [number, number]
  readonly targets?: readonly TruthTarget[]
  readonly tasks?: readonly TruthTask[]
  readonly projects?: readonly TruthProject[]
  readonly chains?: readonly TruthChain[]
  readonly parks?: readonly TruthPark[]
  readonly enterprisesSample?: readonly string[]
}

const shared = new URL('../../../shared/', import.meta.url)

if (existsSync(shared)) {
  const names = readdirSync(new URL('truth/plans/', shared)).map((file) =>
    file.replace(/\.json$/, ''),
  )
  console.log(drawnReport(names.map(scoresOf)))
} else {
  console.log('没有标注语料（../shared），无法测算识别率。')
}

function scoresOf(name: string): {
  readonly document: string
  readonly scores: readonly KindScore[]
} {
  const truth: Truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const text = readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')
  const started = performance.now()
  const document = normalise(fromText(text))
  const read = { document, truth, period: { start: truth.period[0], end: truth.period[1] } }
  const scores = [targetScore(read), ...itemScores(read)]
  const spent = Math.round(performance.now() - started)
  return { document: `${truth.title}（${name}，${text.length} 字，${spent} 毫秒）`, scores }
}

interface Read {
  readonly document: Document
  readonly truth: Truth
  readonly period: { readonly start: number; readonly end: number }
}

function targetScore({ document, truth, period }: Read): KindScore {
  const score = scoreTargets(readTargets(document, { period }), truth.targets ?? [])
  return { ...score, kind: '目标' }
}

// A kind without annotation is not measured: an empty list says nothing about what was read.
function itemScores({ document, truth, period }: Read): readonly KindScore[] {
  const { tasks = [], projects = [], chains = [], parks = [], enterprisesSample = [] } = truth
  return [
    ...(tasks.length > 0 ? [named('任务', scoreTasks(readTasks(document), tasks))] : []),
    ...(projects.length > 0
      ? [named('项目', scoreProjects(readProjects(document), projects))]
      : []),
    ...(chains.length > 0
      ? [named('产业', scoreIndustries(readIndustries(document, period), chains))]
      : []),
    ...(parks.length > 0 ? [named('园区', scoreParks(readParks(document, period), parks))] : []),
    ...(enterprisesSample.length > 0
      ? [named('企业', scoreEnterprises(readEnterprises(document), enterprisesSample))]
      : []),
  ]
}

function named(kind: string, score: ItemScore): KindScore {
  return { ...score, kind }
}
