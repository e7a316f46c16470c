import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

test.each([
  ['/targets?region=all#top', '/targets?region=all#top'],
  ['targets', '/targets'],
  [undefined, '/'],
  ['', '/'],
  ['/sign-in?back=%2Ftargets', '/'],
  ['/api/documents/1/file', '/'],
  ['https://elsewhere.example/targets', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['\\\\elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['http://[', '/'],
])('signing in for %s leads to %s', (wanted, page) => {
  expect(wayBack(wanted)).toBe(page)
})
