import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  DiffOutlined,
  FileDoneOutlined,
  HomeOutlined,
  ImportOutlined,
  SafetyOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { MenuEntry } from './menu.ts'

const icons = {
  home: HomeOutlined,
  import: ImportOutlined,
  drafts: FileDoneOutlined,
  findings: AuditOutlined,
  plans: BookOutlined,
  targets: AimOutlined,
  compare: DiffOutlined,
  organisations: ApartmentOutlined,
  users: TeamOutlined,
  roles: SafetyOutlined,
} as const

export function MenuIcon({ name }: { name: MenuEntry['name'] | 'home' }) {
  const Icon = icons[name]
  return <Icon aria-hidden />
}
