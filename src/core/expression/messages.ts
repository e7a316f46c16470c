import type { ExpressionProblem } from './syntax.ts'

const kinds: Readonly<Record<string, string>> = { number: '数值', text: '文字', truth: '真假判断' }

/** What was wrong with an expression and what to do, in one Chinese sentence with the place. */
export function problemInWords(problem: ExpressionProblem): string {
  return `第${problem.start + 1}个字起：${what(problem)}`
}

function what({ code, found = '', wanted = '' }: ExpressionProblem): string {
  switch (code) {
    case 'expression-too-long':
      return '公式超过4000个字，请拆成几个指标'
    case 'expression-too-complex':
      return '公式超过1000个运算项，请拆成几个指标'
    case 'expression-too-deep':
      return '括号嵌套超过60层，请拆成几个指标'
    case 'expression-empty':
      return '公式是空的'
    case 'unexpected-character':
      return `不认识的字符“${found}”`
    case 'unexpected-token':
      if (found === '') return '公式没有写完'
      return wanted ? `此处应为“${wanted}”，却是“${found}”` : `“${found}”不应出现在这里`
    case 'unclosed':
      return `“${found}”没有配对的另一半`
    case 'unknown-function':
      return `没有名为“${found}”的函数`
    case 'unknown-name':
      return `没有名为“${found}”的指标或字段`
    case 'unknown-unit':
      return `不认识的单位“${found}”`
    case 'wrong-argument-count':
      return `“${found.split(' ')[0] ?? ''}”需要${wanted}个参数`
    case 'wrong-type':
      return `此处应为${kinds[wanted] ?? wanted}，却是${kinds[found] ?? found}`
    case 'wrong-unit':
      return `单位不一致：“${wanted}”与“${found}”不能相加减或比较`
  }
}
