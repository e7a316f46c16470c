import type { Notice, Problem } from '../problem.ts'
import { figureImportTexts } from './problem-texts-figure-import.zh.ts'
import { indicatorTexts } from './problem-texts-indicator.zh.ts'
import { identityTexts } from './problem-texts-identity.zh.ts'
import { enterpriseTexts } from './problem-texts-enterprise.zh.ts'
import { projectTexts } from './problem-texts-project.zh.ts'
import { organisationTexts } from './problem-texts-organisation.zh.ts'
import { matterTexts } from './problem-texts-matter.zh.ts'
import { watchingTexts } from './problem-texts-watching.zh.ts'
import { reportTexts } from './problem-texts-report.zh.ts'

/** A problem for its reader: where it is, what was wrong and what to do about it. */
export function problemText(problem: Notice): string {
  const text = texts[problem.code]?.(problem) ?? `未能完成操作（${problem.code}）。`
  const place = placeText(problem.place)
  return place === '' ? text : `${place}：${text}`
}

/** Where a problem is, outermost first: `规划.docx第3页第2行`; empty where that is not known. */
function placeText(place: Problem['place']): string {
  if (place === undefined) return ''
  const { file, page, paragraph, row, column, field } = place
  return [
    file && `《${file}》`,
    page && `第${page}页`,
    paragraph && `第${paragraph}段`,
    row && `第${row}行`,
    column && `第${column}列`,
    field && `“${field}”`,
  ]
    .filter((part) => part !== undefined && part !== '' && part !== 0)
    .join('')
}

type Text = (notice: Notice) => string

const commandTexts: Readonly<Record<string, Text>> = {
  'backup-broken': () => '备份文件不完整或被改动过，没有恢复任何内容。请换一份备份。',
  'backup-unreadable': () => '找不到备份文件。请检查路径。',
  'backup-newer': () => '备份来自更新版本的程序。请先升级本程序，再恢复。',
  'installation-not-empty': () => '此处已有数据。请恢复到空的数据文件夹或空的数据库。',
  'program-not-answering': () =>
    '数据正被运行中的程序占用，而程序没有应答。请检查端口设置（JINGWEI_PORT），或先停止程序。',
  'database-binaries-missing': () =>
    '本机没有 PostgreSQL 15 或更新版本。请先安装，或改用其他数据库地址。',
  'database-not-started': () => 'PostgreSQL 未能启动。请查看日志。',
  'database-version-differs': () =>
    '数据文件夹由另一版本的 PostgreSQL 建立。请安装该版本，或用备份恢复。',
  'file-not-writable': () => '无法写入。请检查文件夹是否存在、是否有写入权限。',
  'option-out-of-range': (notice) =>
    `取值不对，应是 ${detailNumber(notice, 'low') ?? ''} 到 ${detailNumber(notice, 'high') ?? ''} 的整数。`,
  'question-invalid': () => '不是这个命令认识的提问。每行应是一个完整的JSON对象，字段见命令说明。',
}

const documentTexts: Readonly<Record<string, Text>> = {
  'file-not-readable': () => '找不到文件，或没有读取权限。请检查路径和权限。',
  'document-empty': () => '文件中没有文字。请确认选对了文件。',
  'document-encrypted': () => '文件设有打开密码。请在原软件中取消密码保护后重新上传。',
  'document-scanned': (notice) =>
    `文件${counted(notice, 'pages', '页')}均为图片，没有可读取的文字。请使用文字版文件，或先做文字识别（OCR）并校对后再上传。`,
  'document-garbled': () =>
    'PDF 的字体未标明文字编码，读出的是乱码。请用原文件另存为 docx，或先做文字识别（OCR）并校对后再上传。',
  'document-type-unknown': (notice) =>
    foreignText(notice) ??
    '无法识别的文件类型。支持 txt、md、html、docx、pdf、xlsx；安装 LibreOffice 后还支持 doc、wps、rtf。',
  'document-type-mismatch': (notice) =>
    notice.name === undefined
      ? `文件扩展名与内容不符。${foreignText(notice) ?? ''}`
      : `文件扩展名与内容不符，已按实际类型 ${notice.name} 读取。`,
  'document-broken': () => '文件已损坏或不完整。请用原软件打开检查，另存后重新上传。',
  'document-too-large': (notice) => `文件过大${sizeLimit(notice)}。请删去图片或拆分后重新上传。`,
  'archive-bomb': () =>
    '文件解压后异常庞大，可能是恶意文件，已拒绝读取。请用原软件另存后重新上传。',
  'document-too-deep': () => '文件内部嵌套层数异常，已拒绝读取。请用原软件另存后重新上传。',
  'document-timeout': (notice) =>
    `读取超过 ${Math.round((detailNumber(notice, 'limit') ?? 0) / 1000)} 秒，已停止。请拆分文件，或另存为 docx 后重新上传。`,
  'document-conversion-failed': () =>
    'LibreOffice 未能转换该文件，文件可能已损坏。请用原软件另存为 docx 后重新上传。',
  'libreoffice-missing': (notice) =>
    `读取 ${detailText(notice, 'format') ?? 'doc、wps'} 格式需要 LibreOffice，本机未安装。请用 Word 或 WPS 另存为 docx 后重新上传，或请管理员安装 LibreOffice。`,
  'document-macros-ignored': () => '文件含有宏，读取时已忽略，不会运行。',
  'document-tracked-changes': (notice) =>
    `文件有修订痕迹${counts(notice)}，已按全部接受修订读取，请核对。`,
  'document-hidden-text': (notice) => `文件有隐藏文字${counts(notice)}，未予读取。`,
  'document-struck-text': (notice) =>
    `文件有加删除线的文字${counts(notice)}，新旧数值可能并列，请核对。`,
  'document-footnotes-dropped': (notice) => `脚注、尾注${counts(notice)}未予读取。`,
  'document-pages-without-text': (notice) =>
    `有${counts(notice, '页')}没有文字（可能是图片），其内容未能读取。`,
  'document-undecodable-text': (notice) =>
    `有个别字符无法识别${counts(notice)}，已用“\ufffd”代替。`,
  'sheet-hidden': (notice) => `工作表“${notice.name ?? ''}”已隐藏，未予读取。`,
  'sheet-formula-without-value': (notice) =>
    `工作表“${notice.name ?? ''}”有公式未保存计算结果${counts(notice)}，已按空白读取。请用 Excel 或 WPS 打开并保存后重新上传。`,
}

const serverTexts: Readonly<Record<string, Text>> = {
  'input-invalid': () => '填写的内容不符合要求，请检查后重试。',
  'draft-closed': () => '草稿已发布或已搁置，不能再修改。',
  'item-kind-fixed': () => '不能改变条目的类别。请驳回这一条，另行添加。',
  'selection-outside': () => '所选文字不在文件正文中。请重新选择。',
  'upload-empty': () => '没有收到文件。请选择文件后上传。',
  'upload-not-multipart': () => '上传的格式不正确。请使用表单方式上传文件。',
  'config-invalid': ({ detail }) =>
    `环境变量 ${String(detailOf(detail, 'names'))} 的值不正确，请对照运维手册修改。`,
  'port-in-use': () => '端口已被占用。请停止占用它的程序，或用 JINGWEI_PORT 指定其他端口。',
  'database-in-use': () =>
    '数据文件夹正被另一个经纬进程使用。请先停止那个进程，或用 JINGWEI_DATA 指定其他文件夹。',
  'database-url-unknown': () =>
    '无法识别 DATABASE_URL。应以 pglite:、native: 或 postgres:// 开头。',
  'database-binaries-missing': () => '本机没有找到 PostgreSQL 15 或更高版本。请先安装。',
  'database-not-started': () => '本机的 PostgreSQL 未能启动，原因见日志。',
  'database-version-differs': () =>
    '数据文件夹由另一版本的 PostgreSQL 建立。请安装原版本，或先导出数据。',
}

const operationTexts: Readonly<Record<string, Text>> = {
  'migration-failed': (notice) =>
    `数据库升级步骤 ${detailText(notice, 'name') ?? ''} 不能执行${wrapped(detailText(notice, 'why'))}，没有改动任何内容。`,
  'file-store-unreachable': () =>
    '对象存储没有应答。请检查 JINGWEI_S3_ENDPOINT 和网络，或稍后再试。',
  'file-store-refused': (notice) =>
    `对象存储拒绝了请求${wrapped(detailText(notice, 'code'))}。请检查桶、访问密钥和本机时间。`,
}

const jobTexts: Readonly<Record<string, Text>> = {
  'job-failed': () => '程序出错，详情见服务日志。',
  'job-kind-unknown': () => '本版本的程序不会做这种任务，可能来自其他版本。',
  'job-payload-invalid': () => '任务的内容不完整或格式不对，可能来自其他版本。',
  'job-interrupted': () => '程序在执行中多次异常停止，已不再自动重试。',
  'job-not-dead': () => '任务已不在失败列表中，可能已被重试或放弃。请刷新后查看。',
  'job-waits-already': () => '较新的同一任务已在等待执行，不必重试；可放弃这一条。',
}

const texts: Readonly<Record<string, Text>> = {
  ...operationTexts,
  ...jobTexts,
  ...documentTexts,
  ...indicatorTexts,
  ...identityTexts,
  ...organisationTexts,
  ...enterpriseTexts,
  ...projectTexts,
  ...watchingTexts,
  ...reportTexts,
  ...matterTexts,
  ...figureImportTexts,
  ...commandTexts,
  ...serverTexts,
}

const saveAs = '请用原软件另存为 docx、pdf 或 xlsx 后上传。'
const unpack = '请解压后上传其中的文件。'

/** Formats we know but do not read: their names and what to do instead. */
const foreignFormats: Readonly<Record<string, readonly [string, string]>> = {
  pptx: ['演示文稿', saveAs],
  ppt: ['演示文稿', saveAs],
  xls: ['旧版 Excel 工作簿（xls）', saveAs],
  xlsb: ['二进制 Excel 工作簿（xlsb）', saveAs],
  odf: ['OpenDocument 文件', saveAs],
  ofd: ['OFD 版式文件', '请另存为 docx 或 pdf 后上传。'],
  program: ['可执行程序', '请选择规划的 docx、pdf 等文档文件。'],
  mhtml: ['网页归档（mht）', '请用浏览器打开后另存为 html 上传。'],
  zip: ['压缩包', unpack],
  rar: ['压缩包', unpack],
  '7z': ['压缩包', unpack],
  gzip: ['压缩包', unpack],
  image: ['图片', '请先做文字识别（OCR）并校对，再上传文字版文件。'],
}

function foreignText(notice: Notice): string | undefined {
  const [name, advice] = foreignFormats[detailText(notice, 'actual') ?? ''] ?? []
  return name && `文件实为${name}，不支持读取。${advice}`
}

function counts({ count }: Notice, unit = '处'): string {
  return count === undefined ? '' : unit === '处' ? `（${count} 处）` : ` ${count} ${unit}`
}

function wrapped(text: string | undefined): string {
  return text === undefined ? '' : `（${text}）`
}

function counted(notice: Notice, name: string, unit: string): string {
  const count = detailNumber(notice, name)
  return count === undefined ? '' : ` ${count} ${unit}`
}

function sizeLimit(notice: Notice): string {
  const limit = detailNumber(notice, 'limit')
  if (limit === undefined || limit < 1024 * 1024) return ''
  return `，超过 ${Math.round(limit / 1024 / 1024)} MB 的上限`
}

function detailNumber({ detail }: Notice, name: string): number | undefined {
  const value = detailOf(detail, name)
  return typeof value === 'number' ? value : undefined
}

function detailText({ detail }: Notice, name: string): string | undefined {
  const value = detailOf(detail, name)
  return typeof value === 'string' ? value : undefined
}

function detailOf(detail: unknown, name: string): unknown {
  return typeof detail === 'object' && detail !== null
    ? Object.entries(detail).find(([key]) => key === name)?.[1]
    : undefined
}
