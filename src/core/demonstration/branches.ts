import type { ChainPlace } from '../enterprise/enterprise.ts'
import type { ClusterCode } from './clusters.ts'

/** What some enterprises of the district make: a class of GB/T 4754-2017 and a place in a chain. */
export interface Branch {
  readonly cluster: ClusterCode
  /** 小类. */
  readonly industry: string
  /** What the name of an enterprise says. */
  readonly word: string
  readonly product: string
  /** How often it comes, beside the others of its cluster. */
  readonly weight: number
  /** The usual share of strategic emerging products (战新) in its output. */
  readonly strategic: number
  /** Where it stands in chains; storage of energy cuts across two industries. */
  readonly places: readonly ChainPlace[]
}

type BranchRow = readonly [
  industry: string,
  word: string,
  product: string,
  weight: number,
  strategic: number,
  /** Chain and node; some have more than one. */
  ...chainNodes: readonly `${string}/${string}`[],
]

function branches(cluster: ClusterCode, rows: readonly BranchRow[]): readonly Branch[] {
  return rows.map(([industry, word, product, weight, strategic, ...chainNodes]) => {
    const places = chainNodes.map((chainNode) => {
      const [chain = '', node = ''] = chainNode.split('/')
      return { chain, node }
    })
    return { cluster, industry, word, product, weight, strategic, places }
  })
}

export const demonstrationBranches: readonly Branch[] = [
  ...branches('equipment', [
    ['3421', '数控机床', '数控车床、加工中心', 8, 0.6, 'smart-equipment/machine-tool'],
    ['3491', '机器人', '六轴工业机器人', 8, 0.9, 'smart-equipment/robot'],
    ['3425', '精密部件', '主轴、转台', 10, 0.5, 'smart-equipment/functional-part'],
    ['3451', '轴承', '滚动轴承', 8, 0, 'smart-equipment/bearing'],
    ['3453', '传动机械', '精密减速器', 8, 0.4, 'smart-equipment/bearing'],
    ['3444', '液压机械', '液压泵阀', 6, 0, 'smart-equipment/hydraulic'],
    ['3443', '阀门', '工业阀门', 5, 0, 'smart-equipment/hydraulic'],
    ['3391', '铸造', '铸铁件、铸钢件', 7, 0, 'smart-equipment/casting'],
    ['3484', '机械', '机械零部件', 12, 0, 'smart-equipment/casting'],
    ['3525', '模具', '精密注塑模具', 8, 0, 'smart-equipment/special-machine'],
    ['3571', '农机', '拖拉机', 4, 0, 'smart-equipment/farm-machine'],
    ['3572', '农业装备', '小型收割机', 7, 0.2, 'smart-equipment/farm-machine'],
    ['3670', '汽车部件', '底盘零部件', 8, 0, 'smart-equipment/casting'],
    ['3812', '电机', '伺服电机', 5, 0.5, 'smart-equipment/functional-part'],
    ['4011', '自动化', '工业控制系统', 5, 0.8, 'smart-equipment/service'],
    ['3591', '环保装备', '烟气治理装备', 4, 0.9, 'smart-equipment/special-machine'],
  ]),
  ...branches('materials', [
    ['3252', '铝业', '铝合金板带', 9, 0.35, 'new-materials/alloy'],
    ['3240', '合金材料', '高温合金', 8, 0.7, 'new-materials/alloy'],
    ['3251', '铜业', '铜合金带材', 6, 0.2, 'new-materials/alloy'],
    ['3073', '陶瓷材料', '特种陶瓷基板', 9, 0.85, 'new-materials/ceramic'],
    ['2651', '新材料', '聚乳酸树脂', 8, 0.8, 'new-materials/degradable'],
    ['2929', '塑料制品', '改性粒料制品', 8, 0.1, 'new-materials/degradable'],
    ['2921', '薄膜', '功能薄膜', 6, 0.5, 'new-materials/film'],
    ['2661', '助剂', '塑料助剂', 6, 0.2, 'new-materials/additive'],
    ['3061', '玻纤', '玻璃纤维布', 5, 0.3, 'new-materials/profile'],
    ['3042', '特种玻璃', '特种玻璃', 4, 0.2, 'new-materials/profile'],
    ['2614', '化工', '有机化工原料', 4, 0, 'new-materials/raw-material'],
    ['4210', '再生资源', '再生铝', 4, 0.3, 'new-materials/recycling'],
    [
      '3985',
      '储能材料',
      '磷酸铁锂正极材料',
      4,
      0.95,
      'new-materials/ceramic',
      'energy-storage/electrode',
    ],
  ]),
  ...branches('electronics', [
    ['3983', '传感技术', '压力传感器', 9, 0.95, 'electronics/sensor'],
    ['3981', '电子元件', '电容、电感', 9, 0.5, 'electronics/component'],
    ['3982', '电路', '印制电路板', 8, 0.5, 'electronics/board'],
    ['3973', '微电子', '芯片封装测试', 5, 0.95, 'electronics/packaging'],
    ['3972', '半导体', '功率器件', 4, 0.95, 'electronics/packaging'],
    ['3922', '通信终端', '智能终端', 5, 0.4, 'electronics/terminal'],
    ['3989', '精密电子', '精密结构件', 8, 0.1, 'electronics/structural-part'],
    ['3912', '计算机配件', '计算机零部件', 6, 0, 'electronics/structural-part'],
    ['3841', '储能', '储能电芯', 3, 0.95, 'electronics/component', 'energy-storage/cell'],
    ['3824', '电力电子', '储能变流器', 4, 0.8, 'electronics/board', 'energy-storage/converter'],
    ['3963', '低空装备', '植保无人机', 2, 0.95, 'electronics/terminal'],
  ]),
  ...branches('food', [
    ['1523', '果蔬饮品', '果蔬汁饮料', 8, 0, 'green-food/drink'],
    ['1311', '米业', '大米', 9, 0, 'green-food/raw-grain'],
    ['1331', '粮油', '菜籽油', 7, 0, 'green-food/raw-grain'],
    ['1353', '肉食品', '肉制品', 7, 0, 'green-food/meat'],
    ['1432', '预制菜', '速冻预制菜', 9, 0, 'green-food/ready-meal'],
    ['1371', '蔬菜加工', '净菜', 6, 0, 'green-food/ready-meal'],
    ['1469', '调味品', '复合调味料', 6, 0, 'green-food/seasoning'],
    ['1329', '饲料', '配合饲料', 6, 0, 'green-food/feed'],
    ['1512', '酒业', '白酒', 4, 0, 'green-food/drink'],
    ['1492', '生物食品', '功能性食品', 3, 0.5, 'green-food/seasoning'],
    ['2926', '塑料包装', '食品包装容器', 4, 0, 'green-food/packaging'],
  ]),
  ...branches('other', [
    ['2319', '包装印刷', '彩印包装', 8, 0],
    ['2231', '纸品', '瓦楞纸箱', 8, 0],
    ['1781', '无纺', '非织造布', 6, 0],
    ['1819', '服饰', '机织服装', 7, 0],
    ['2110', '家具', '木质家具', 6, 0],
    ['3021', '建材', '预拌混凝土', 8, 0],
    ['3311', '钢构', '钢结构', 6, 0],
    ['2740', '药业', '中成药', 3, 0.6],
    ['3872', '照明', '照明灯具', 4, 0],
  ]),
]

/** Classes of high-tech manufacturing (高技术产业（制造业）分类（2017）) among those of the district. */
export const highTechIndustries: ReadonlySet<string> = new Set([
  '2740',
  '3841',
  '3912',
  '3922',
  '3963',
  '3972',
  '3973',
  '3981',
  '3982',
  '3983',
  '3985',
  '3989',
  '4011',
])

export function branchesOf(cluster: ClusterCode): readonly Branch[] {
  return demonstrationBranches.filter((branch) => branch.cluster === cluster)
}
