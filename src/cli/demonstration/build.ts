import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { partsOf } from './source.ts'
import { wordOf } from './word.ts'

// Writes the demonstration's documents anew from their sources; the results are part of the
// repository, so that a machine without LibreOffice has them too.
const folder = path.join(import.meta.dirname, '../../../data/demo')
const profile = mkdtempSync(path.join(tmpdir(), 'jingwei-demo-'))

for (const name of ['qinglan-plan', 'qinglan-plan-revised']) {
  const file = path.join(folder, `${name}.docx`)
  writeFileSync(file, await wordOf(partsOf(readFileSync(path.join(folder, `${name}.md`), 'utf8'))))
  execFileSync('soffice', [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  ])
}
rmSync(profile, { recursive: true })
