import { auditPlan } from '#core/audit/audit.ts'
import type { SourceBlock } from '#core/document/document.ts'
import { normalise } from '#core/document/normalise.ts'
import { readPlan } from '#core/plan/read-plan.ts'
import type { Answers, Question, Reply } from './messages.ts'
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', (question: Question) => parentPort?.postMessage(replyTo(question)))

function replyTo(question: Question): Reply {
  try {
    return { ok: true, value: answerTo(question) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? (error.stack ?? error.message) : '' }
  }
}

function answerTo(question: Question): Answers[Question['kind']] {
  switch (question.kind) {
    case 'read': {
      const document = normalise(question.blocks.map(storable))
      const plan = readPlan(document, question.divisions)
      return { document, plan, findings: auditPlan({ plan, document, today: question.today }) }
    }
    case 'audit':
      return auditPlan(question.input)
  }
}

/** The block without what PostgreSQL does not store; every offset stays as it is. */
function storable(block: SourceBlock): SourceBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: storableText(block.text) }
    case 'table':
      return {
        ...block,
        cells: block.cells.map((cell) => ({ ...cell, text: storableText(cell.text) })),
      }
  }
}

function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
