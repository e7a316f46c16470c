import { expect, test } from 'vitest'
import { problemText } from './problem-texts.zh.ts'

test.each([
  [
    { code: 'document-encrypted', place: { file: '规划.pdf' } },
    '《规划.pdf》：文件设有打开密码。请在原软件中取消密码保护后重新上传。',
  ],
  [
    { code: 'document-too-large', detail: { what: 'The file', limit: 100 * 1024 * 1024 } },
    '文件过大，超过 100 MB 的上限。请删去图片或拆分后重新上传。',
  ],
  [
    { code: 'document-type-mismatch', detail: { ending: 'docx', actual: 'image' } },
    '文件扩展名与内容不符。文件实为图片，不支持读取。请先做文字识别（OCR）并校对，再上传文字版文件。',
  ],
  [
    { code: 'document-tracked-changes', count: 3 },
    '文件有修订痕迹（3 处），已按全部接受修订读取，请核对。',
  ],
  [
    { code: 'unheard-of', place: { file: '甲.xlsx', row: 2, column: 3 } },
    '《甲.xlsx》第2行第3列：未能完成操作（unheard-of）。',
  ],
])('%j reads %s', (problem, text) => {
  expect(problemText(problem)).toBe(text)
})
