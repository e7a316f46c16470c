import type { Meeting } from '#contract/meeting.ts'
import { paragraph, run, section, wholeDocument } from '#server/export/gongwen.ts'
import { dayInWords } from '../matter/bulletin.ts'
import { Document, Packer, type Paragraph } from 'docx'
import type * as z from 'zod'

type Content = z.input<typeof Meeting>

const numerals = '一二三四五六七八九十'

/** Minutes of a meeting; before it is closed its agenda with the matters as they stand. */
export async function minutesDocument(
  meeting: Content,
  { simulated }: { readonly simulated: boolean },
): Promise<Uint8Array> {
  const { content } = meeting
  const name = nameOfMinutes(meeting)
  const children = [
    ...(simulated ? [paragraph('right', [run('模拟数据', 'body')])] : []),
    paragraph('title', [run(name, 'title')]),
    ...told('时间', dayInWords(content.day)),
    ...told('地点', content.place),
    ...told('主持', content.chair),
    ...told('出席', content.present),
    ...told('请假', content.absent),
    ...(content.agenda ?? []).flatMap((item, index) => pointOf(meeting, item, index)),
    paragraph('right', [run(dayInWords(content.day), 'body')]),
  ]
  const document = new Document({
    ...wholeDocument,
    title: name,
    sections: [{ ...section, children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** 工业经济调度会纪要; before the meeting is closed its agenda. */
export function nameOfMinutes({ content, state }: Pick<Content, 'content' | 'state'>): string {
  const kind = state === 'closed' ? '纪要' : '议程'
  return content.title.endsWith('会') || content.title.endsWith('会议')
    ? `${content.title}${kind}`
    : `${content.title}会议${kind}`
}

type Item = NonNullable<Content['content']['agenda']>[number]

function pointOf(meeting: Content, item: Item, index: number): readonly Paragraph[] {
  const { title, speaker = '', notes = '', matters = [], decisions = [] } = item
  const spoken = meeting.matters.filter(({ id }) => matters.includes(id))
  return [
    paragraph('heading', [run(`${ordinal(index)}、${title}`, 'heading')], 0),
    ...told('汇报', speaker),
    ...spoken.map((matter) =>
      paragraph('body', [
        run(
          `${matter.number}：${matter.stateName}，牵头单位${matter.lead?.name ?? '待明确'}，时限${matter.due === undefined ? '长期' : dayInWords(matter.due)}${matter.progress === undefined ? '' : `，进度${matter.progress}%`}。`,
          'body',
        ),
      ]),
    ),
    ...(notes === '' ? [] : [paragraph('body', [run(notes, 'body')])]),
    ...decisions.map((decision, at) =>
      paragraph('body', [
        run(`议定事项（${ordinal(at)}）`, 'subheading'),
        run(`${decision.text}${dutyOf(meeting, decision)}`, 'body'),
      ]),
    ),
  ]
}

function dutyOf(
  { units, raised }: Content,
  { id, lead, responsible = [], due, rhythm }: NonNullable<Item['decisions']>[number],
): string {
  const name = (unit: string): string => units.find((one) => one.id === unit)?.name ?? ''
  const number = raised.find(({ decisionId }) => decisionId === id)?.matter.number
  const parts = [
    ...(lead === undefined ? [] : [`牵头单位：${name(lead)}`]),
    ...(responsible.length === 0 ? [] : [`责任单位：${responsible.map(name).join('、')}`]),
    ...(due === undefined ? [] : [`完成时限：${dayInWords(due)}`]),
    ...(rhythm === undefined ? [] : ['完成时限：长期']),
    ...(number === undefined ? [] : [`事项编号：${number}`]),
  ]
  return parts.length === 0 ? '' : `（${parts.join('；')}）`
}

function told(label: string, text: string | undefined): readonly Paragraph[] {
  if (!text) return []
  return [paragraph('body', [run(`${label}：`, 'heading'), run(text, 'body')])]
}

/** 一 to 九十九, as points of a document are numbered. */
function ordinal(index: number): string {
  const number = index + 1
  if (number <= 10) return numerals[number - 1] ?? ''
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? numerals[tens - 1] : ''}十${ones > 0 ? numerals[ones - 1] : ''}`
}
