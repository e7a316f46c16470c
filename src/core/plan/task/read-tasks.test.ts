import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnTable } from '#test/drawn-table.ts'
import { drawnScore, scoreTasks } from '#test/reading-score-items.ts'
import type { Document } from '../../document/document.ts'
import { fromText } from '../../document/from-text.ts'
import { normalise } from '../../document/normalise.ts'
import { readTasks } from './read-tasks.ts'

/** `no | group | text | lead | responsible | deadline | doubts`, blank where there is none. */
function drawn(document: Document): string[] {
  return readTasks(document).map((task) =>
    [
      task.no ?? '',
      task.group ?? '',
      task.text,
      task.lead.join(' '),
      task.responsible.join(' '),
      task.deadline?.text ?? '',
      task.doubts?.join(' ') ?? '',
    ].join(' | '),
  )
}

function tasksIn(text: string): string[] {
  return drawn(normalise(fromText(text)))
}

test('brackets after the paragraph of a run-in heading: one task under that heading', () => {
  const text = `二、主要任务
（一）实施技改攻坚行动。支持企业换代。（牵头单位：县经信局；配合单位：县财政局、县税务局）
（二）推进园区扩容。（县自然资源局牵头，县住房和城乡建设局、各乡镇配合；完成时限：2024年6月底前）`
  expect(tasksIn(text)).toEqual([
    '二（一） | 二、主要任务 | 实施技改攻坚行动。支持企业换代。 | 县经信局 | 县财政局 县税务局 |  | ',
    '二（二） | 二、主要任务 | 推进园区扩容 | 县自然资源局 | 县住房和城乡建设局 各乡镇 | 2024年6月底前 | ',
  ])
})

test('[P2] several brackets under one heading: a task each, grouped by the heading', () => {
  const text = `三、重点举措
（一）强化创新
到2025年，建设5家创新中心。【责任单位：市科技局】
培育一批领军企业。〔市工信局、市财政局按职责分工负责〕支持企业上云。（责任单位：市大数据局、市通管办，各县（市、区）负责）`
  expect(tasksIn(text)).toEqual([
    ' | （一）强化创新 | 到2025年，建设5家创新中心。 |  | 市科技局 |  | no-lead',
    ' | （一）强化创新 | 培育一批领军企业。 |  | 市工信局 市财政局 |  | no-lead',
    ' | （一）强化创新 | 支持企业上云。 |  | 市大数据局 市通管办 各县（市、区） |  | no-lead',
  ])
})

test('lines of their own name the units for all that stands above them', () => {
  const text = `四、保障措施
1. 加强组织领导
建立工作专班。
定期调度。
牵头单位：区政府办
责任单位：区经科局、区统计局，各街道办事处
2. 强化要素保障
保障用地。（区规划资源局、区发展改革局）`
  expect(tasksIn(text)).toEqual([
    '四1 | 四、保障措施 | 加强组织领导。建立工作专班。定期调度。 | 区政府办 | 区经科局 区统计局 各街道办事处 |  | ',
    '四2 | 四、保障措施 | 强化要素保障。保障用地。 |  | 区规划资源局 区发展改革局 |  | no-lead',
  ])
})

test('a remark says once that the first unit of each list leads', () => {
  const text = `二、打造优势集群
1.高端装备。发展数控机床。（责任单位：市工信局、市发展改革委，各县（市、区）政府，列首位者为牵头单位，下同）
2.复合材料。建设纤维基地。（责任单位：市科技局、市工信局）
3.金融支持。增加中长期贷款。责任单位：市金融局、人民银行中心支行。`
  expect(tasksIn(text)).toEqual([
    '二1 | 二、打造优势集群 | 高端装备。发展数控机床。 | 市工信局 | 市发展改革委 各县（市、区）政府 |  | ',
    '二2 | 二、打造优势集群 | 复合材料。建设纤维基地。 | 市科技局 | 市工信局 |  | ',
    '二3 | 二、打造优势集群 | 金融支持。增加中长期贷款。 | 市金融局 | 人民银行中心支行 |  | ',
  ])
})

test('a bracket over several lines, and one behind a heading', () => {
  const text = `二、重点任务
（一）改造传统产业
实施智能化改造。
（牵头单位：市工信局
责任单位：市财政局、各镇（街道）
完成时限：2023年12月）
（二）培育新兴产业（市工信局牵头，市科技局配合）
培育一批链主。`
  expect(tasksIn(text)).toEqual([
    '二（一） | 二、重点任务 | 改造传统产业。实施智能化改造。 | 市工信局 | 市财政局 各镇（街道） | 2023年12月 | ',
    '二（二） | 二、重点任务 | 培育新兴产业 | 市工信局 | 市科技局 |  | ',
  ])
})

test('a bracket that names no unit gives no task', () => {
  const text = `一、总体要求
坚持企业主体、政府引导（以下简称“双轮”），落实《若干意见》（某政发〔2021〕3号）要求。
深化校企合作（牵头组建联盟），发展三大产业（装备、材料、食品）。`
  expect(tasksIn(text)).toEqual([])
})

test('a table: merged units stand for all their rows, rows inside head the rows below', () => {
  const table = drawnTable(`
序号 | 重点任务 | 牵头单位 | 责任单位 | 完成时限
一、强链行动 | < | < | < | <
1 | 编制产业图谱 | 市发改委⏎市工信局 | 市商务局、市科⏎技局。 | 2022年底
2 | 引进链主企业 | ^ | ^ | 长期
二、育企行动 | < | < | < | <
3 | 一是上规。二是上市。 | 市金融办 | —— | 每年`)
  expect(drawn(normalise([table]))).toEqual([
    '1 | 一、强链行动 | 编制产业图谱 | 市发改委 市工信局 | 市商务局 市科技局 | 2022年底 | several-leads',
    '2 | 一、强链行动 | 引进链主企业 | 市发改委 市工信局 | 市商务局 市科技局 | 长期 | several-leads',
    '3 | 二、育企行动 | 一是上规。二是上市。 | 市金融办 |  | 每年 | many-actions',
  ])
})

test('the leaders of a unit are no units, and a chapter number heads its rows', () => {
  const table = drawnTable(`
序号 | 工作内容 | 牵头领导 | 牵头单位 | 配合单位 | 完成时间
一 | 产业提升 | | | |
1 | 实施技改倍增 | 张某 | 县工信局 | 县财政局、县税务局 | 2022-2025年`)
  expect(drawn(normalise([table]))).toEqual([
    '1 | 一、产业提升 | 实施技改倍增 | 县工信局 | 县财政局 县税务局 | 2022-2025年 | ',
  ])
})

test('a sentence that names the units may stand in the middle of what they are to do', () => {
  const text = `二、重点任务
（一）新能源汽车产业链。链长：区委书记，牵头部门：区工信局，责任部门：区发改局、各镇街。建设整车二期。
（二）技改提升。每年实施项目100个。牵头单位：区工信局，配合单位：区财政局。`
  expect(tasksIn(text)).toEqual([
    '二（一） | 二、重点任务 | 新能源汽车产业链。链长：区委书记，建设整车二期。 | 区工信局 | 区发改局 各镇街 |  | ',
    '二（二） | 二、重点任务 | 技改提升。每年实施项目100个。 | 区工信局 | 区财政局 |  | ',
  ])
})

test('an item of one sentence goes on a run of headings', () => {
  const text = `三、重点工作
（一）园区提质行动
1．完善基础设施。建成标准厂房20万平方米。［牵头领导：李某；牵头单位：园区管委会；责任单位：县住建局］
2．推进亩均改革（牵头单位：县工信局；责任单位：县税务局；完成时间：持续推进）`
  expect(tasksIn(text)).toEqual([
    '（一）1 | （一）园区提质行动 | 完善基础设施。建成标准厂房20万平方米。 | 园区管委会 | 县住建局 |  | ',
    '（一）2 | （一）园区提质行动 | 推进亩均改革 | 县工信局 | 县税务局 | 持续推进 | ',
  ])
})

test('a title in the first row and heads over two rows', () => {
  const table = drawnTable(`
某市重点任务分工表 | < | < | <
序号 | 工作任务 | 责任分工 | <
^ | ^ | 牵头单位 | 配合单位
1 | 建设数据中心 | 市数据局 | 市发改委`)
  const twoHeads = { ...table, headRows: 3 }
  expect(drawn(normalise([twoHeads]))).toEqual(['1 |  | 建设数据中心 | 市数据局 | 市发改委 |  | '])
})

test('the task is what it is called, not the goal beside it; a remark in a head marks the lead', () => {
  const table = drawnTable(`
序号 | 任务名称 | 目标要求 | 责任单位（排在首位的为牵头单位） | 完成时限
1 | 实施千企升级 | 三年新增规上企业60家，完成技改项目200项 | 县经信局、县财政局 | 2025年底
2 | 建设检测平台 | 建成国家级检测平台1个 | 县市场监管局、经开区管委会 | 2024年6月`)
  expect(drawn(normalise([table]))).toEqual([
    '1 |  | 实施千企升级 | 县经信局 | 县财政局 | 2025年底 | ',
    '2 |  | 建设检测平台 | 县市场监管局 | 经开区管委会 | 2024年6月 | ',
  ])
})

test('of a task in short and in full, the short stands over several rows', () => {
  const table = drawnTable(`
重点任务 | 具体举措 | 牵头单位 | 配合单位
强化创新 | 建设实验室，开展联合攻关 | 市科技局 | 市财政局
^ | 引进人才团队 | 市人社局 | 市科技局
^ | 推广首台套装备 | 市工信局 | 市财政局`)
  expect(drawn(normalise([table])).map((row) => row.split(' | ').slice(1, 4))).toEqual([
    ['强化创新', '建设实验室，开展联合攻关', '市科技局'],
    ['强化创新', '引进人才团队', '市人社局'],
    ['强化创新', '推广首台套装备', '市工信局'],
  ])
})

test('[P3] an empty cell of units under a filled one is taken over with a doubt', () => {
  const table = drawnTable(`
任务类别 | 工作任务 | 责任单位 | 配合单位
创新 | 建设实验室 | 科技局 | 财政局
^ | 引进人才 |  | `)
  expect(drawn(normalise([table]))).toEqual([
    ' | 创新 | 建设实验室 |  | 科技局 财政局 |  | no-lead',
    ' | 创新 | 引进人才 |  | 科技局 财政局 |  | no-lead units-inherited',
  ])
})

test('tables of targets, chains and projects give no tasks', () => {
  const chains = drawnTable(`
序号 | 产业链 | 链长 | 牵头单位 | 2025年目标
1 | 新能源汽车 | 张某 | 县工信局 | 产值300亿元`)
  const targets = drawnTable(`
指标名称 | 单位 | 2025年 | 责任单位
工业总产值 | 亿元 | 350 | 经信局`)
  const projects = drawnTable(`
项目名称 | 建设内容 | 总投资（万元） | 责任单位
某厂扩建 | 建设厂房 | 3000 | 某镇`)
  expect([targets, chains, projects].flatMap((table) => drawn(normalise([table])))).toEqual([])
})

test('each citation repeats the text it points at', () => {
  const document = normalise(
    fromText('一、任务\n建设中心。（牵头单位：市经信局）\n建设平台。（责任单位：市科技局）'),
  )
  expect(readTasks(document).map(({ citation }) => citation.quote)).toEqual([
    '建设中心。（牵头单位：市经信局）',
    '建设平台。（责任单位：市科技局）',
  ])
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared))(
  'all tasks of an action plan, in its annex and in its text',
  () => {
    const name = 'qianjiang-action-2022'
    const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
    const text = readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')
    const score = scoreTasks(readTasks(normalise(fromText(text))), truth.tasks)
    expect([score.misses, score.extras, drawnScore(score)]).toEqual([
      [],
      [],
      'task: recall 30/30, precision 30/30, fields 166/166',
    ])
  },
)
