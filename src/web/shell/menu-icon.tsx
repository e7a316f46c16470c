import {
  ApiOutlined,
  AimOutlined,
  FunctionOutlined,
  CheckSquareOutlined,
  AlertOutlined,
  FileWordOutlined,
  FundOutlined,
  PartitionOutlined,
  DashboardOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CarryOutOutlined,
  DiffOutlined,
  FileDoneOutlined,
  HomeOutlined,
  HistoryOutlined,
  ImportOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SafetyOutlined,
  TeamOutlined,
  TableOutlined,
} from '@ant-design/icons'
import type { MenuEntry } from './menu.ts'

const icons = {
  home: HomeOutlined,
  work: CarryOutOutlined,
  import: ImportOutlined,
  drafts: FileDoneOutlined,
  findings: AuditOutlined,
  plans: BookOutlined,
  targets: AimOutlined,
  indicators: FunctionOutlined,
  matters: CheckSquareOutlined,
  watching: DashboardOutlined,
  causes: PartitionOutlined,
  warnings: AlertOutlined,
  prosperity: FundOutlined,
  analysis: FileWordOutlined,
  compare: DiffOutlined,
  figureImports: TableOutlined,
  apiKeys: ApiOutlined,
  organisations: ApartmentOutlined,
  enterprises: BankOutlined,
  users: TeamOutlined,
  roles: SafetyOutlined,
  log: HistoryOutlined,
  jobs: ScheduleOutlined,
  settings: SettingOutlined,
} as const

export function MenuIcon({ name }: { name: MenuEntry['name'] | 'home' | 'work' }) {
  const Icon = icons[name]
  return <Icon aria-hidden />
}
