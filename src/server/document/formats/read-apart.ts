import { Worker } from 'node:worker_threads'
import type { Problem } from '#contract/problem.ts'
import { err, type Result } from '#core/result.ts'
import { limits } from './limits.ts'
import type { Content } from './opened.ts'
import type { ReadableFormat } from './read-content.ts'
import { turns } from './turns.ts'
import { broken } from './unreadable.ts'

/**
 * Reads a file in a thread of its own, so that a hostile one costs no more than the thread: it is
 * ended when it takes longer than `milliseconds` or more memory than `limits` allows. Few are read at
 * a time.
 */
export function readApart(
  format: ReadableFormat,
  bytes: Uint8Array,
  milliseconds: number,
): Promise<Result<Content, Problem>> {
  const script = new URL('read-worker.ts', import.meta.url)
  return runApart<Content>(script, { format, bytes }, milliseconds)
}

const inTurn = turns(limits.readersAtOnce)

/** Runs a script that answers with one `Result` in a thread, within the same bounds and in the same turns. */
export function runApart<Value>(
  script: URL,
  task: unknown,
  milliseconds: number,
): Promise<Result<Value, Problem>> {
  return inTurn(() => runInThread(script, task, milliseconds))
}

function runInThread<Value>(
  script: URL,
  task: unknown,
  milliseconds: number,
): Promise<Result<Value, Problem>> {
  const worker = new Worker(script, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(err(timeout(milliseconds))), milliseconds)
    const watch = setInterval(() => {
      void isOverfull(worker).then((overfull) => overfull && settle(err(overflow())))
    }, 250)
    function settle(result: Result<Value, Problem>): void {
      clearTimeout(timer)
      clearInterval(watch)
      resolve(result)
      void worker.terminate()
    }
    worker.once('message', settle)
    worker.once('error', (error) => settle(err(problemOfThread(error))))
    worker.once('exit', () => settle(err(broken('The reading thread ended early').problem)))
  })
}

// The thread's limits bound its heap alone; buffers of inflated streams lie outside.
async function isOverfull(worker: Worker): Promise<boolean> {
  try {
    const { external_memory: outside } = await worker.getHeapStatistics()
    return outside > limits.bufferBytes
  } catch {
    // The thread has ended, which its own event tells.
    return false
  }
}

function problemOfThread(error: Error): Problem {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory ? overflow() : broken('The reading thread failed', String(error)).problem
}

function overflow(): Problem {
  return { code: 'document-too-large', title: 'Reading the document takes too much memory' }
}

function timeout(milliseconds: number): Problem {
  return {
    code: 'document-timeout',
    title: `Reading took longer than ${milliseconds} ms`,
    detail: { limit: milliseconds },
  }
}
