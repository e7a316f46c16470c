import { ensureDependencies } from './lib/dependencies.mjs'
import { findNode } from './lib/node.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { ensureWeb } from './lib/web.mjs'

await main(async () => {
  await ensureDependencies()
  await ensureWeb()
  return run(findNode(), [inRoot('src/server/main.ts'), ...process.argv.slice(2)], { cwd: root })
})
