import { type ImportGround, importWaiting, resumeImports } from './import-document.ts'

/** Works off the documents that wait, in the background. */
export interface Importer {
  /** There is something to do. */
  wake(): void
  /** Done when nothing waits any more. */
  idle(): Promise<void>
  /** Finishes the document at hand and begins no other. */
  stop(): Promise<void>
}

export async function startImporter(ground: ImportGround): Promise<Importer> {
  let running: Promise<void> | undefined
  let isAsked = false
  let isStopping = false

  const work = async (): Promise<void> => {
    while (isAsked && !isStopping) {
      isAsked = false
      await importWaiting(ground, () => isStopping)
    }
  }
  const wake = (): void => {
    isAsked = true
    running ??= work()
      // The documents stay where they are and are taken up with the next call.
      .catch((error: unknown) => ground.log.error({ err: error }, 'import-failed'))
      .finally(() => {
        running = undefined
        if (isAsked && !isStopping) wake()
      })
  }
  await resumeImports(ground)
  wake()
  return {
    wake,
    idle: async () => {
      while (running) await running
    },
    stop: async () => {
      isStopping = true
      await running
      await ground.reading.stop()
    },
  }
}
