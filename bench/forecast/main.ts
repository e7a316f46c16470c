/**
 * Accuracy of forecasts on the development series of `../shared/forecast/m4-dev`, scored as in the M4
 * competition beside Naive2, theta and damped trend measured in the same run.
 *
 *   npm run bench:forecast
 */
import { existsSync, readFileSync } from 'node:fs'
import { forecast } from '#core/forecast/forecast.ts'
import { simulatedSums } from '#core/forecast/paths.ts'
import { withoutSeason } from '#core/forecast/seasonality.ts'
import { dampedTrend, theta } from '#core/forecast/smoothing.ts'
import { mean } from '#core/quantity/mean.ts'

interface Row {
  readonly m: number
  readonly h: number
  readonly train: readonly number[]
  readonly test: readonly number[]
}

interface Score {
  readonly smape: number
  readonly mase: number
  readonly msis?: number
  readonly coverage?: number
  readonly sumCovered?: number
}

const folder = new URL('../../../shared/forecast/m4-dev/', import.meta.url)
if (!existsSync(folder)) {
  console.error('The development series are not there:', folder.pathname)
  process.exit(2)
}

const baselines = {
  Naive2: (values: readonly number[], h: number) => Array<number>(h).fill(values.at(-1) ?? 0),
  Theta: (values: readonly number[], h: number) => theta(values, h),
  Damped: (values: readonly number[], h: number) => dampedTrend(values, h),
}

for (const name of ['yearly', 'quarterly', 'monthly']) {
  const rows = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  const results = new Map<string, Score[]>()
  const started = performance.now()
  results.set('Jingwei', rows.map(own))
  const each = (performance.now() - started) / rows.length
  for (const [label, model] of Object.entries(baselines)) {
    results.set(
      label,
      rows.map((row) => pointScore(row, benchmark(row, model))),
    )
  }
  print(name, rows.length, results, each)
}

function benchmark(
  { train, m, h }: Row,
  model: (values: readonly number[], h: number) => number[],
): number[] {
  const adjusted = withoutSeason(train, m, 'tested')
  return adjusted.back(model(adjusted.values, h))
}

function own(row: Row): Score {
  const answer = forecast({ values: row.train, period: row.m, horizon: row.h, levels: [95] })
  if (!answer) throw new Error('a series has values')
  const interval = answer.intervals[0]
  if (!interval) throw new Error('one level was asked for')
  const scale = scaleOf(row)
  let width = 0
  let inside = 0
  for (const [j, y] of row.test.entries()) {
    const [low, high] = [interval.lower[j] ?? 0, interval.upper[j] ?? 0]
    width += high - low + 40 * Math.max(0, low - y, y - high)
    if (y >= low && y <= high) inside++
  }
  const cycle = Math.min(row.h, Math.max(row.m, row.m === 1 ? 6 : row.m))
  const sums = simulatedSums(answer, cycle, {
    paths: 1000,
    seed: 1,
    neverNegative: row.train.every((x) => x >= 0),
  })
  const sum = row.test.slice(0, cycle).reduce((a, b) => a + b, 0)
  const at = (p: number): number => sums[Math.floor(p * (sums.length - 1))] ?? 0
  return {
    ...pointScore(row, answer.mean),
    msis: width / row.h / scale,
    coverage: inside / row.h,
    sumCovered: sum >= at(0.025) && sum <= at(0.975) ? 1 : 0,
  }
}

function pointScore(row: Row, points: readonly number[]): Score {
  const errors = row.test.map((y, j) => Math.abs(y - (points[j] ?? 0)))
  const relative = row.test.map((y, j) => {
    const size = Math.abs(y) + Math.abs(points[j] ?? 0)
    return size === 0 ? 0 : (200 * (errors[j] ?? 0)) / size
  })
  return { smape: mean(relative), mase: mean(errors) / scaleOf(row) }
}

function scaleOf({ train, m }: Row): number {
  return mean(train.slice(m).map((value, t) => Math.abs(value - (train[t] ?? 0))))
}

function print(
  name: string,
  count: number,
  results: ReadonlyMap<string, Score[]>,
  each: number,
): void {
  const average = (label: string, key: keyof Score): number =>
    mean((results.get(label) ?? []).map((score) => score[key] ?? NaN))
  console.log(`\n${name}, ${count} series, ${each.toFixed(1)} ms a series`)
  console.log('method    sMAPE    MASE     OWA    MSIS   cov95  sum95')
  for (const label of results.keys()) {
    const [smape, mase] = [average(label, 'smape'), average(label, 'mase')]
    const owa = (smape / average('Naive2', 'smape') + mase / average('Naive2', 'mase')) / 2
    const more =
      label === 'Jingwei'
        ? [average(label, 'msis'), average(label, 'coverage'), average(label, 'sumCovered')]
        : []
    console.log(
      [
        label.padEnd(8),
        smape.toFixed(3).padStart(7),
        mase.toFixed(3),
        owa.toFixed(4),
        ...more.map((x) => x.toFixed(3)),
      ].join('  '),
    )
  }
}
