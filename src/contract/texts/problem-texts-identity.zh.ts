/** Signing in by a provider of OpenID Connect, and whose account is whose. */
export const identityTexts: Readonly<Record<string, () => string>> = {
  'provider-unreachable': () => '统一认证没有应答。请稍后再试，或用本系统账号登录。',
  'provider-refused': () => '统一认证没有完成，或已过时。请重新登录。',
  'identity-not-linked': () =>
    '统一认证已通过，但尚未关联本系统账号。请联系系统管理员关联，并由另一位管理员确认后再登录。',
  'identity-linked': () => '这个统一认证身份已关联账号。请先解除原关联。',
}
