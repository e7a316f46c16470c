import type { Answers, Question, Reply } from './messages.ts'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
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
  const settled = new AbortController()
  const { signal } = settled
  const answer = Promise.race([
    once(worker, 'message', { signal }).then(([reply]: Reply[]) => valueOf(reply)),
    once(worker, 'exit', { signal }).then(() => {
      throw new Error('The reading thread ended')
    }),
    setTimeout(longestMs, undefined, { signal }).then(() => {
      throw new Error(`No answer within ${longestMs} ms`)
    }),
  ])
  worker.ref()
  worker.postMessage(question)
  return answer.finally(() => {
    settled.abort()
    worker.unref()
  })
}

function valueOf(reply: Reply | undefined): unknown {
  if (reply?.ok) return reply.value
  throw new Error(reply?.message)
}
