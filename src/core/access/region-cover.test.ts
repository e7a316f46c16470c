import { covers, widerThan } from './region-cover.ts'
import { expect, test } from 'vitest'

const codes = ['000000', '370000', '370100', '370112', '310000', '310115', '370113001', 'qinglan']

test('the regions whose grants hold in a region are those that cover it', () => {
  for (const region of codes) {
    expect(new Set(codes.filter((wide) => covers(wide, region)))).toEqual(
      new Set(codes.filter((wide) => widerThan(region).includes(wide))),
    )
  }
})
