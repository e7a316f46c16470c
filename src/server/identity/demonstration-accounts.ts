/** What everybody signs in with in a demonstration; the door tells it, so it protects nothing. */
export const demonstrationPassword = 'Qinglan-2026'

export interface DemonstrationAccount {
  readonly login: string
  readonly name: string
  /** Code of the role; most hold everywhere, so that any plan can be tried. */
  readonly role: string
  /** Code of the unit of the invented district it is limited to. */
  readonly organisation?: string
}

/** One for each role. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { login: 'guihua', name: '规划科用户', role: 'planner' },
  { login: 'yunxing', name: '运行科用户', role: 'analyst' },
  { login: 'zeren', name: '责任单位用户', role: 'unit', organisation: 'bureau-03' },
  { login: 'yuanqu', name: '园区用户', role: 'park', organisation: 'park-01' },
  { login: 'lianzhang', name: '链长专班用户', role: 'chain' },
  { login: 'zhaoshang', name: '招商用户', role: 'investment' },
  { login: 'qiye', name: '企业用户', role: 'enterprise', organisation: 'enterprise-01' },
  { login: 'lingdao', name: '领导', role: 'leader' },
  { login: 'xitong', name: '系统管理员', role: 'system-administrator' },
  { login: 'anquan', name: '安全管理员', role: 'security-administrator' },
  { login: 'shenji', name: '审计管理员', role: 'audit-administrator' },
]
