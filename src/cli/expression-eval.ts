import { compile, evaluate } from '#core/expression/compile.ts'
import { explain, inWords } from '#core/expression/explain.ts'
import { problemInWords } from '#core/expression/messages.ts'
import { gap, isGap, type Value } from '#core/expression/value.ts'
import * as z from 'zod'
import { answerLines } from './lines.ts'

const Figure = z.union([z.number(), z.string(), z.boolean(), z.array(z.number().nullable())])

const Question = z.object({
  id: z.union([z.string(), z.number()]),
  expression: z.string(),
  values: z.record(z.string(), Figure.nullable()).default({}),
})

/** Evaluates expressions; one that cannot be read has the value null and says why and where. */
export function expressionEvalLines(): Promise<void> {
  return answerLines(Question, ({ id, expression, values }) => {
    const compiled = compile(expression)
    if (!compiled.ok) return { id, value: null, uses: [], why: problemInWords(compiled.error) }
    const environment = { value: (name: string) => valueOf(name, values) }
    const value = evaluate(compiled.value, environment)
    return {
      id,
      value: isGap(value) ? null : value,
      uses: compiled.value.uses,
      why: inWords(explain(compiled.value, environment)),
    }
  })
}

function valueOf(
  name: string,
  values: Readonly<Record<string, z.output<typeof Figure> | null>>,
): Value {
  const given = Object.hasOwn(values, name) ? values[name] : undefined
  if (given === undefined || given === null) return gap('missing', name)
  return Array.isArray(given) ? given.map((each) => each ?? undefined) : given
}
