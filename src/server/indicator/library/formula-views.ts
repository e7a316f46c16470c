import type { FormulaProblem, FormulaStep } from '#contract/indicator.ts'
import { type Explanation, reasonInWords } from '#core/expression/explain.ts'
import { problemInWords } from '#core/expression/messages.ts'
import type { ExpressionProblem } from '#core/expression/syntax.ts'
import { isGap, isList, type Value } from '#core/expression/value.ts'
import type { LibraryProblem } from '#core/indicator/library.ts'

export function formulaProblem(problem: ExpressionProblem): FormulaProblem {
  const { code, start, end } = problem
  return { code, start, end, text: problemInWords(problem) }
}

/** A formula that leads back to its own indicator, with the name where it does. */
export function cycleProblem(
  path: readonly string[],
  place: { readonly start: number; readonly end: number },
): FormulaProblem {
  const { start, end } = place
  const text = `第${start + 1}个字起：公式绕回了自身（${path.join(' → ')}）`
  return { code: 'formula-cycle', start, end, text, cycle: path }
}

export interface LibraryProblemView {
  readonly code: string
  readonly indicator: string
  /** In plain Chinese. */
  readonly text: string
  /** Where a formula is wrong. */
  readonly formula?: FormulaProblem
}

export function libraryProblemView(problem: LibraryProblem): LibraryProblemView {
  const { code, indicator } = problem
  switch (problem.code) {
    case 'formula-wrong': {
      const formula = formulaProblem(problem.problem)
      return { code, indicator, text: formula.text, formula }
    }
    case 'cycle': {
      const formula = cycleProblem(problem.path, problem)
      return { code, indicator, text: formula.text, formula }
    }
    case 'name-taken':
      return { code, indicator, text: `名称“${problem.name}”已属于指标 ${problem.by}` }
    case 'unit-unknown':
      return { code, indicator, text: `不认识的计量单位“${problem.unit}”` }
    case 'unit-changed':
      return { code, indicator, text: '计量单位不能更改；口径变了请另立指标' }
    case 'versions-overlap':
      return { code, indicator, text: '适用期间与其他版本重叠' }
    case 'rate-summed':
      return { code, indicator, text: '比率不能按空间加总' }
    case 'ratio-without-formula':
      return { code, indicator, text: '由合计推算的指标需要公式' }
    case 'code-not-kebab-case':
      return { code, indicator, text: '代码须为小写英文，用连字符分隔' }
  }
}

export function formulaStep({ text, value, unit, parts }: Explanation): FormulaStep {
  return {
    text,
    value: shownValue(value),
    ...(unit !== undefined && { unit }),
    ...(isGap(value) && { gap: reasonInWords(value) }),
    parts: parts.map(formulaStep),
  }
}

function shownValue(value: Value): FormulaStep['value'] {
  if (isGap(value)) return null
  return isList(value) ? `${value.length}项` : value
}
