import type { UserId } from '#core/id.ts'
import type { Identity } from '#server/http/context.ts'
import { newToken } from './secret.ts'
import { timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Whoever may read the data folder operates the installation: the token in it proves it. */
export function operatorTokenFile(dataFolder: string): string {
  return path.join(dataFolder, 'keys', 'operator-token')
}

/** A token for the commands of this machine, new with each start of the program. */
export function makeOperatorToken(dataFolder: string): string {
  const file = operatorTokenFile(dataFolder)
  const token = newToken()
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  fs.rmSync(file, { force: true })
  fs.writeFileSync(file, token, { mode: 0o600 })
  return token
}

/** The operator, where the header carries the token; nothing but operating is allowed to them. */
export function operatorIdentity(header: string | undefined, token: string): Identity | undefined {
  const [, given = ''] = /^Bearer ([\w-]{43})$/.exec(header ?? '') ?? []
  const isOperator =
    given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))
  return isOperator ? operator : undefined
}

const region = { code: '000000', name: '全国', simulated: false }

const operator: Identity = {
  user: { id: '00000000-0000-7000-8000-000000000002' as UserId, name: '本机运维' },
  region,
  actions: new Set(['operate']),
  scopeOf: () => ({ kind: 'region' }),
  organisations: new Set(),
  mayIn: (action) => action === 'operate',
  regions: [region],
  mustChangePassword: false,
  hasSecondFactor: false,
  awaitsConfirmation: false,
}
