import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import type { Plan } from '#core/plan/plan.ts'
import { readPlan } from '#core/plan/read-plan.ts'
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
  const plan = readPlan(normalise(fromText(text)))
  const spent = Math.round(performance.now() - started)
  const targets = { ...scoreTargets(plan.targets, truth.targets ?? []), kind: '目标' }
  return {
    document: `${truth.title}（${name}，${text.length} 字，${spent} 毫秒）`,
    scores: [targets, ...itemScores(plan, truth)],
  }
}

// A kind without annotation is not measured: an empty list says nothing about what was read.
function itemScores(plan: Plan, truth: Truth): readonly KindScore[] {
  const { tasks = [], projects = [], chains = [], parks = [], enterprisesSample = [] } = truth
  return [
    ...(tasks.length > 0 ? [named('任务', scoreTasks(plan.tasks, tasks))] : []),
    ...(projects.length > 0 ? [named('项目', scoreProjects(plan.projects, projects))] : []),
    ...(chains.length > 0 ? [named('产业', scoreIndustries(plan.industries, chains))] : []),
    ...(parks.length > 0 ? [named('园区', scoreParks(plan.parks, parks))] : []),
    ...(enterprisesSample.length > 0
      ? [named('企业', scoreEnterprises(plan.enterprises, enterprisesSample))]
      : []),
  ]
}

function named(kind: string, score: ItemScore): KindScore {
  return { ...score, kind }
}
