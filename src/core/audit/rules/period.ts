import type { Project } from '../../plan/plan.ts'
import type { Finding } from '../finding.ts'
import { type AuditContext, finding } from '../rule.ts'

/** Years that do not belong to the plan: goals after its end or before its start, projects run backwards. */
export function periodFindings(context: AuditContext): readonly Finding[] {
  return [...targetYears(context), ...projectYears(context)]
}

// A goal up to three five-year periods ahead is an outlook, which plans announce with 展望 or 远景.
const outlookReach = 15

function targetYears({ plan }: AuditContext): readonly Finding[] {
  const { start, end, outlook = [] } = plan.period
  return plan.targets.flatMap((target) => {
    const years = [...new Set(target.milestones.map((milestone) => milestone.year))]
    const outside = years.filter((year) => (year < start || year > end) && !outlook.includes(year))
    const first = outside[0]
    if (first === undefined) return []
    const isOutlook = outside.every(
      (year) => year > end && year <= end + outlookReach && year % 5 === 0,
    )
    const isPast = outside.every((year) => year < start)
    const demand = isOutlook ? '确认是否为远景展望' : isPast ? '确认是否为现状值' : '核对年份'
    return [
      finding(
        'year-outside-period',
        isOutlook || isPast ? 'info' : 'warning',
        `“${target.indicator}”的目标年份${outside.join('、')}年不在规划期${start}—${end}年内，请${demand}。`,
        [target.citation],
        { found: first },
      ),
    ]
  })
}

/** A reader puts years in order; the row shows whether they were. */
function asPrinted({
  startYear,
  endYear,
  citation,
}: Project): Pick<Project, 'startYear' | 'endYear'> {
  const years = [...citation.quote.matchAll(/(20\d\d)\s*年?\s*[-~～—–至]+\s*(20\d\d)/g)].at(-1)
  const [first, last] = [Number(years?.[1]), Number(years?.[2])]
  if (first > last && first === endYear && last === startYear)
    return { startYear: first, endYear: last }
  return {
    ...(startYear !== undefined && { startYear }),
    ...(endYear !== undefined && { endYear }),
  }
}

function projectYears({ plan }: AuditContext): readonly Finding[] {
  const { start, end } = plan.period
  return plan.projects.flatMap((project) => {
    const { startYear, endYear } = asPrinted(project)
    const name = `项目${project.no ?? ''}“${project.name}”`
    if (startYear !== undefined && endYear !== undefined && endYear < startYear)
      return [
        finding(
          'project-years-reversed',
          'error',
          `${name}的结束年份${endYear}早于开始年份${startYear}，请核对建设年限。`,
          [project.citation],
          {
            expected: startYear,
            found: endYear,
            arithmetic: `${endYear} < ${startYear}`,
          },
        ),
      ]
    const isOutside =
      (startYear !== undefined && startYear > end) || (endYear !== undefined && endYear < start)
    return isOutside
      ? [
          finding(
            'year-outside-period',
            'warning',
            `${name}的建设年限${startYear ?? ''}—${endYear ?? ''}年不在规划期${start}—${end}年内，请核对。`,
            [project.citation],
          ),
        ]
      : []
  })
}
