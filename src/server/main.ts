import { enableCompileCache } from 'node:module'

// Before anything of ours is loaded: what was loaded earlier is compiled anew each time.
enableCompileCache()
const { fail, start } = await import('./start.ts')
try {
  await start()
} catch (error) {
  fail(error)
}
