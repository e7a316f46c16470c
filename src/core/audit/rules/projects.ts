import type { Project } from '../../plan/plan.ts'
import type { Quantity } from '../../quantity/quantity.ts'
import type { Finding } from '../finding.ts'
import { type Interval, overlaps, scaled, sumOf } from '../interval.ts'
import { rangeOfQuantity } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { meaningOf } from '../unit.ts'
import { figure, total } from '../wording.ts'
import type { Citation } from '../../document/citation.ts'
import { citeFigures, type Sentence } from '../prose.ts'

const hundredMillion = 1e8

/** Project tables: rows without investment, and printed totals against the rows. */
export function projectFindings(context: AuditContext): readonly Finding[] {
  return [
    ...withoutInvestment(context.plan.projects),
    ...duplicates(context.plan.projects),
    ...totalsInText(context),
  ]
}

function withoutInvestment(projects: readonly Project[]): readonly Finding[] {
  const most = projects.filter((project) => (project.investment?.value ?? 0) > 0).length
  if (projects.length === 0 || most < projects.length / 2) return []
  return projects
    .filter((project) => (project.investment?.value ?? 0) <= 0)
    .map((project) =>
      finding(
        'project-investment-missing',
        'warning',
        `项目${project.no ?? ''}“${project.name}”没有投资额，而表中其他项目都有，请补充。`,
        [project.citation],
      ),
    )
}

function duplicates(projects: readonly Project[]): readonly Finding[] {
  return projects.flatMap((project, i) => {
    const earlier = projects.slice(0, i).find((other) => other.name === project.name)
    // Stages of one project share its name, not its investment.
    const isSame = earlier?.investment?.value === project.investment?.value
    return earlier
      ? [
          finding(
            'project-duplicate',
            isSame ? 'warning' : 'info',
            `项目“${project.name}”在表中出现两次（${earlier.no ?? ''}、${project.no ?? ''}），请核对是否重复计列。`,
            [project.citation, earlier.citation],
          ),
        ]
      : []
  })
}

/** 共73个项目、总投资352亿元 in the text against the table's rows. */
function totalsInText({ plan, sentences, document }: AuditContext): readonly Finding[] {
  if (plan.projects.length < 3) return []
  const rows = plan.projects
    .map((project) => inHundredMillions(project.investment))
    .filter((range) => range !== undefined)
  if (rows.length !== plan.projects.length) return []
  const counted = total(plan.projects.map((project) => project.count ?? 1))
  return sentences
    .filter(
      (sentence) =>
        sentence.block.kind === 'paragraph' &&
        /项目表|附表|附件|重点项目库|规划项目/.test(sentence.text),
    )
    .flatMap((sentence) => totalsIn(sentence, document, counted, sumOf(rows)))
}

function totalsIn(
  sentence: Sentence,
  document: AuditContext['document'],
  counted: number,
  invested: Interval,
): readonly Finding[] {
  const count = sentence.figures.find(
    (found) =>
      /^(?:个|项)$/.test(found.unit) &&
      /^[个项]?(?:重点|重大|工业|规划)?项目/.test(sentence.text.slice(found.end - sentence.start)),
  )
  const money = sentence.figures.find(
    (found) =>
      /总投资|投资(?:总额|合计)/.test(found.subject) && meaningOf(found.unit).family === 'money',
  )
  const citation = (found: typeof count): Citation =>
    citeFigures(document, sentence, found ? [found] : [])
  const value = figure((invested.low + invested.high) / 2)
  return [
    ...(count && count.op === '=' && count.value !== counted
      ? [
          mismatch(
            `文中称共${count.printed}项目，项目表实有${counted}个，请核对。`,
            citation(count),
            counted,
            count.value,
          ),
        ]
      : []),
    ...(money &&
    money.op === '=' &&
    !overlaps(scaled(money.range, meaningOf(money.unit).factor / hundredMillion), invested)
      ? [
          mismatch(
            `文中称总投资${money.printed}，项目表各行合计${value}亿元，请核对。`,
            citation(money),
            Number(value),
            money.value,
          ),
        ]
      : []),
  ]
}

function mismatch(message: string, citation: Citation, expected: number, found: number): Finding {
  return finding('sum-mismatch', 'error', message, [citation], {
    expected,
    found,
    arithmetic: `${expected} ≠ ${found}`,
  })
}

function inHundredMillions(quantity: Quantity | undefined): Interval | undefined {
  if (quantity?.value === undefined || meaningOf(quantity.unit).family !== 'money') return undefined
  return scaled(rangeOfQuantity(quantity), meaningOf(quantity.unit).factor / hundredMillion)
}
