import { backupInstallation, verifyInstallation } from '#contract/installation.ts'
import { writeBackup } from './backup/write-backup.ts'
import { type Endpoint, file, read } from './http/endpoint.ts'
import { type Stored, verify } from './verify/verify.ts'

/** What an administrator asks of the installation as a whole while it runs. */
export function installationEndpoints(stored: Stored, version: string): readonly Endpoint[] {
  return [
    read(verifyInstallation, () => verify(stored)),
    file(backupInstallation, (_, { now }) =>
      Promise.resolve({
        name: `jingwei-${now.slice(0, 10)}.backup`,
        content: writeBackup(stored, { now, version }),
      }),
    ),
  ]
}
