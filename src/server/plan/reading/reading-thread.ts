import type { Answers, Question, Reply } from './messages.ts'
import { Worker } from 'node:worker_threads'

/** Reads and audits plans in a thread of their own, so that the server stays live meanwhile. */
export interface ReadingThread {
  /** Answers one question after the other; rejects where the thread gave up on it. */
  ask<Kind extends Question['kind']>(
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]>
  stop(): Promise<void>
}

// The longest real plan takes a third of a second; what takes this long never ends.
const longestMs = 60_000

/** A thread that starts with the first question and again after one that brought it down. */
export function readingThread(): ReadingThread {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  const running = (): Worker => {
    worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024, stackSizeMb: 16 },
    })
    return worker
  }
  const stop = async (): Promise<void> => {
    const stopping = worker
    worker = undefined
    await stopping?.terminate()
  }
  return {
    stop,
    ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>) {
      const answer = last.then(async () => {
        try {
          return (await answerOf(running(), question)) as Answers[Kind]
        } catch (error) {
          await stop()
          throw error
        }
      })
      last = answer.catch(() => {})
      return answer
    },
  }
}

function answerOf(worker: Worker, question: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.unref()
      end()
    }
    const timer = setTimeout(
      () => settle(() => reject(new Error(`No answer within ${longestMs} ms`))),
      longestMs,
    )
    worker.ref()
    worker.once('message', (reply: Reply) =>
      settle(() => (reply.ok ? resolve(reply.value) : reject(new Error(reply.message)))),
    )
    worker.once('error', (error) => settle(() => reject(error)))
    worker.once('exit', () => settle(() => reject(new Error('The reading thread ended'))))
    worker.postMessage(question)
  })
}
