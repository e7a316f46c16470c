import { createInterface } from 'node:readline'
import type * as z from 'zod'
import { print } from './print.ts'
import { Refusal } from './refusal.ts'

/**
 * Answers questions that come on standard input, a JSON object a line, in their order. Blank lines
 * are passed over; a line that is no question ends the command with its number.
 */
export async function answerLines<Question>(
  schema: z.ZodType<Question>,
  answer: (question: Question) => object,
): Promise<void> {
  let row = 0
  for await (const line of createInterface({ input: process.stdin })) {
    row++
    if (line.trim() === '') continue
    const question = schema.safeParse(jsonOf(line, row))
    if (!question.success) throw refused(row, question.error.issues[0]?.path.join('.'))
    print(`${JSON.stringify(answer(question.data))}\n`)
  }
}

function jsonOf(line: string, row: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw refused(row)
  }
}

function refused(row: number, field?: string): Refusal {
  return new Refusal({
    code: 'question-invalid',
    title: 'A line of standard input is not a question this command knows',
    place: { row, ...(field !== undefined && field !== '' && { field }) },
  })
}
