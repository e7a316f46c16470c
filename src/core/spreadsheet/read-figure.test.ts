import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnGrid } from '#test/drawn-grid.ts'
import { readFigure, shifted } from './read-figure.ts'

function read(text: string): string {
  const figure = readFigure({ text })
  if (figure.kind === 'value') return `${figure.value}${figure.unit ?? ''}`
  return figure.kind === 'refused' ? figure.why : figure.kind
}

test.each([
  ['1,234.50', '1234.5'],
  ['１，２３４．５', '1234.5'],
  ['(12.3)', '-12.3'],
  ['（１２）', '-12'],
  ['▲3.1', '-3.1'],
  ['-0', '0'],
  ['+5', '5'],
  ['8.5%', '8.5%'],
  ['1 200', '1200'],
  ['120万元', '120万元'],
  ['36.5①', '36.5'],
  ['1.2E+3', '1200'],
  ['—', 'placeholder'],
  ['…', 'placeholder'],
  ['/', 'placeholder'],
  ['无', 'placeholder'],
  ['  ', 'empty'],
  ['约一千', 'words-not-figure'],
  ['1,23', 'words-not-figure'],
  ['12.3.4', 'words-not-figure'],
])('[Q4] %s is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('a percentage, a formula, an error and a date are told by the cell', () => {
  const [row = []] = drawnGrid('| 8.5%% | =3 | = | #DIV/0! |').rows
  expect(row.map((cell) => readFigure(cell ?? undefined))).toEqual([
    { kind: 'value', value: '8.5', unit: '%', remarks: [] },
    { kind: 'value', value: '3', remarks: ['formula'] },
    { kind: 'refused', why: 'formula-without-value', text: '' },
    { kind: 'refused', why: 'error-cell', text: '#DIV/0!' },
  ])
  expect(readFigure({ text: '2026-03-31', number: '46112', isDate: true })).toMatchObject({
    kind: 'refused',
    why: 'date-not-figure',
  })
})

test('moving the point there and back changes nothing', () => {
  const decimal = fc.tuple(fc.integer(), fc.nat(99)).map(([whole, part]) => {
    const fraction = String(part).padStart(2, '0').replace(/0+$/, '')
    return `${whole}${fraction === '' ? '' : `.${fraction}`}`
  })
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 12 }), (text, places) => {
      expect(shifted(shifted(text, places), -places)).toBe(text)
    }),
  )
})
