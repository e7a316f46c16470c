import { actionText, changeLines, entityText } from '#contract/texts/event-texts.zh.ts'
import type { LogEntry } from '#contract/log.ts'
import { printable } from '#server/export/printable.ts'
import { writeXlsxStream } from 'hucre/xlsx'
import { Readable } from 'node:stream'

type Entries = AsyncIterable<LogEntry>

interface LogColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly content: (entry: LogEntry) => string | number
}

const columns: readonly LogColumn[] = [
  { title: '序号', width: 8, content: ({ position }) => position },
  { title: '时间', width: 20, content: ({ at }) => momentInChina(at) },
  { title: '人员', width: 12, content: ({ by }) => by.name },
  { title: '来源地址', width: 16, content: ({ address = '' }) => address },
  { title: '地区', width: 12, content: ({ region }) => region.name },
  { title: '操作', width: 20, content: ({ action }) => actionText(action) },
  { title: '对象', width: 14, content: ({ entity }) => entityText(entity.kind) },
  { title: '对象编号', width: 38, content: ({ entity }) => entity.id },
  {
    title: '变更内容',
    width: 60,
    content: ({ before, after }) => changeLines(before, after).join('\n'),
  },
  { title: '理由', width: 30, content: ({ why = '' }) => why },
  { title: '哈希', width: 66, content: ({ hash }) => hash },
]

/** Most characters Excel takes in one cell. */
const longestText = 32_767

/** A workbook, written while the entries are read. */
export function xlsxOfLog(entries: Entries): Readable {
  const head = columns.map(({ title, width }) => ({ header: title, width }))
  const stream = writeXlsxStream(rowsOf(entries), {
    name: '操作日志',
    columns: head,
    freezePane: { rows: 1 },
  })
  return Readable.from(stream)
}

async function* rowsOf(entries: Entries): AsyncGenerator<(string | number)[]> {
  for await (const entry of entries) {
    yield columns.map(({ content }) => {
      const value = content(entry)
      return typeof value === 'number' ? value : printable(value).slice(0, longestText)
    })
  }
}

/** A CSV that Excel and WPS open as UTF-8, written while the entries are read. */
export function csvOfLog(entries: Entries): Readable {
  return Readable.from(csvLines(entries))
}

async function* csvLines(entries: Entries): AsyncGenerator<string> {
  yield `\ufeff${columns.map(({ title }) => title).join(',')}\r\n`
  for await (const entry of entries) {
    yield `${columns.map(({ content }) => csvCell(content(entry))).join(',')}\r\n`
  }
}

// A sign of a formula at the beginning would be computed by the program that opens the file.
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** `2026-03-31 16:00:00`, the time in China. */
function momentInChina(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
