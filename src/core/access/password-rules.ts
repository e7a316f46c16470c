export interface PasswordRules {
  readonly minimumLength: number
  /** How many of: lower case, upper case, digits, anything else. */
  readonly minimumKinds: number
  /** How many earlier passwords may not come back. */
  readonly remembered: number
}

/** 等保 2.0 asks for complexity and change; the figures are ours. */
export const usualPasswordRules: PasswordRules = {
  minimumLength: 10,
  minimumKinds: 3,
  remembered: 5,
}

export type PasswordFailing = 'too-short' | 'too-few-kinds' | 'contains-login' | 'used-before'

/** The rules a password breaks that can be told from itself. */
export function passwordFailings(
  password: string,
  login: string,
  { minimumLength, minimumKinds }: PasswordRules,
): readonly PasswordFailing[] {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  const failings: readonly [PasswordFailing, boolean][] = [
    ['too-short', Array.from(password).length < minimumLength],
    ['too-few-kinds', kinds < minimumKinds],
    ['contains-login', password.toLowerCase().includes(login.toLowerCase())],
  ]
  return failings.filter(([, isBroken]) => isBroken).map(([failing]) => failing)
}
