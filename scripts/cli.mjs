import { ensureDependencies } from './lib/dependencies.mjs'
import { findNode } from './lib/node.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensureDependencies()
  return run(findNode(), [inRoot('src/cli/main.ts'), ...process.argv.slice(2)])
})
