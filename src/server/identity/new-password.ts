import {
  type PasswordFailing,
  passwordFailings,
  type PasswordRules,
} from '#core/access/password-rules.ts'
import type { ReadDb } from '#server/db/db.ts'
import { badInput } from '#server/http/failure.ts'
import { type AccountRow, earlierPasswords } from './account-store.ts'
import { hashOfPassword, isPassword } from './password-hash.ts'

/**
 * The hash of a new password that keeps the rules.
 *
 * @throws Failure `password-weak` with `detail.failed`, the rules it breaks.
 */
export async function acceptable(
  db: ReadDb,
  { id, login }: Pick<AccountRow, 'id' | 'login'>,
  password: string,
  rules: PasswordRules,
): Promise<string> {
  const failed: PasswordFailing[] = [...passwordFailings(password, login, rules)]
  for (const hash of await earlierPasswords(db, id, rules.remembered)) {
    if (await isPassword(hash, password)) {
      failed.push('used-before')
      break
    }
  }
  if (failed.length > 0) {
    throw badInput('password-weak', 'The password breaks the rules', { failed })
  }
  return hashOfPassword(password)
}
