import { kinds, known, schemes, workflows } from '#test/matter-life.ts'
import { expect, test } from 'vitest'
import { ruledScheme } from './ruled-scheme.ts'
import type { Scheme } from './scheme.ts'

test.each(schemes)('$code says nothing that cannot be read', (scheme) => {
  expect(ruledScheme(scheme, kinds, workflows)).toMatchObject({ ok: true })
})

test('a scheme that names what nobody knows is refused, each fault at its place', () => {
  const scheme: Scheme = {
    ...known(schemes, 'handan-3class-3colour'),
    kinds: ['negotiation', 'fishing'],
    lamps: [
      { lamp: 'red', name: '红', when: '无进展年数 > 1' },
      { lamp: 'green', name: '绿', when: '进度 > ' },
    ],
    moves: [{ action: 'report', when: '真', words: '代为申请' }],
  }
  const ruled = ruledScheme(scheme, kinds, workflows)
  expect(ruled.ok ? [] : ruled.error.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'kinds.1 unknown-kind',
    'moves.0.action unknown-action',
    'lamps.0.when unknown-name',
    'lamps.1.when unexpected-token',
  ])
})
