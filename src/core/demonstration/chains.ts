/** A place in a chain; `stage` says whether it delivers to the chain's heart, is it, or uses what it makes. */
export interface ChainNode {
  readonly code: string
  readonly name: string
  readonly stage: 'upstream' | 'midstream' | 'downstream'
}

export interface DemonstrationChain {
  readonly code: string
  readonly name: string
  readonly nodes: readonly ChainNode[]
}

function nodes(
  upstream: Readonly<Record<string, string>>,
  midstream: Readonly<Record<string, string>>,
  downstream: Readonly<Record<string, string>>,
): readonly ChainNode[] {
  const of = (
    stage: ChainNode['stage'],
    names: Readonly<Record<string, string>>,
  ): readonly ChainNode[] => Object.entries(names).map(([code, name]) => ({ code, name, stage }))
  return [
    ...of('upstream', upstream),
    ...of('midstream', midstream),
    ...of('downstream', downstream),
  ]
}

/** The five chains of the invented district: its four leading industries and new storage of energy. */
export const demonstrationChains: readonly DemonstrationChain[] = [
  {
    code: 'smart-equipment',
    name: '智能装备',
    nodes: nodes(
      { casting: '铸锻件', bearing: '轴承与齿轮', hydraulic: '液压与气动' },
      { 'machine-tool': '数控机床', robot: '工业机器人', 'functional-part': '机床功能部件' },
      { 'farm-machine': '农机装备', 'special-machine': '专用装备', service: '系统集成与维修' },
    ),
  },
  {
    code: 'new-materials',
    name: '新材料',
    nodes: nodes(
      { 'raw-material': '基础原料', additive: '助剂与填料' },
      { alloy: '高性能合金', ceramic: '先进陶瓷', degradable: '可降解材料', film: '功能膜材料' },
      { profile: '精深加工型材', recycling: '再生利用' },
    ),
  },
  {
    code: 'electronics',
    name: '电子信息',
    nodes: nodes(
      { 'electronic-material': '电子专用材料', 'electronic-equipment': '电子专用设备' },
      { sensor: '智能传感器', component: '电子元器件', board: '电子电路', packaging: '封装测试' },
      { terminal: '智能终端', 'structural-part': '终端配件' },
    ),
  },
  {
    code: 'green-food',
    name: '绿色食品',
    nodes: nodes(
      { feed: '饲料', 'raw-grain': '粮油加工' },
      { drink: '果蔬饮品', meat: '肉制品', 'ready-meal': '预制菜', seasoning: '调味品' },
      { packaging: '食品包装', 'cold-chain': '冷链装备' },
    ),
  },
  {
    code: 'energy-storage',
    name: '新型储能',
    nodes: nodes(
      { electrode: '正负极材料', separator: '隔膜与电解液' },
      { cell: '电芯', module: '储能模组', converter: '储能变流器' },
      { integration: '系统集成' },
    ),
  },
]
