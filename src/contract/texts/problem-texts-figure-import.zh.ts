import type { Problem } from '../problem.ts'

type Detailed = Pick<Problem, 'detail'>

/** Why a file of figures cannot be taken in or applied, for who wants to. */
export const figureImportTexts: Readonly<Record<string, (problem: Detailed) => string>> = {
  'sheet-with-macros': () => '工作簿含有宏。请在表格软件中另存为不含宏的 .xlsx 文件后重新上传。',
  'sheet-type-unknown': () => '只能读取 .xlsx 和 .csv 文件。请在原软件中另存为其中一种后重新上传。',
  'import-not-confirmed': () => '还有表格没有确认对应关系。请先确认，再导入。',
  'import-lines-open': () => '还有行、列或时期没有说明含义。请逐一选择，或设为不导入。',
  'import-moved': () => '查看之后数据又有变化，结果与所见不同。请重新核对后再导入。',
  'import-not-applied': () => '该文件尚未导入，或已撤销，不能撤销。',
  'import-ended': () => '该文件已经导入或搁置，不能再修改。',
  'table-not-same': ({ detail }) =>
    `表格与导出时不同${placeOf(detail)}，无法确定数据的位置，没有导入任何内容。请重新导出后只修改数值。`,
  'key-not-valid': () => '接口密钥无效、已停用或已过期。请联系密钥管理员。',
  'key-rate-exceeded': () => '请求次数超过密钥的限额。请稍后再试。',
  'key-expiry-invalid': () => '有效期须在今天之后、两年以内。',
  'key-ended': () => '这个密钥已经停用。',
  'indicator-not-shared': () => '没有这个指标，或该密钥不能使用。',
  'subject-not-shared': () => '不提供单个企业或项目的数据。',
  'sdmx-key-invalid': () => '序列键的维度过多。',
  'sdmx-period-invalid': () => '时期条件不符合格式。',
  'table-empty': () => '请至少选择一个指标和一个时期。',
  'table-too-large': () => '所选数据超过十万个。请减少对象、指标或时期。',
}

function placeOf(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  const row = 'row' in detail ? Number(detail.row) : undefined
  const column = 'column' in detail ? Number(detail.column) : undefined
  if (row === undefined) return ''
  return `（第${row}行${column === undefined ? '' : `第${column}列`}）`
}
