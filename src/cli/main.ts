import { enableCompileCache } from 'node:module'
import { command } from './command.ts'
import { exitCodeOf } from './exit-code.ts'

enableCompileCache()

// A reader such as `head` may close the pipe before everything is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await command().parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
