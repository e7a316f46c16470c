import { demonstrationOf, usualDemonstration } from '#core/demonstration/demonstration.ts'
import { truthOf } from '#core/demonstration/truth.ts'
import { demonstrationBranches, highTechIndustries } from '#core/demonstration/branches.ts'
import { demonstrationChains } from '#core/demonstration/chains.ts'
import { columns } from '#core/demonstration/columns.ts'
import { isIndustryClass } from '#core/enterprise/industry.ts'
import { readUscc } from '#core/enterprise/uscc.ts'
import { readHighTechClasses, readIndustries } from '#server/reference/industries.ts'
import { shippedDefinitions } from '#server/indicator/library/shipped-library.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const file = path.join(import.meta.dirname, '../../../data/demo/qinglan-region.truth.json')
const whole = demonstrationOf(usualDemonstration)

test('the file of what is planted tells what the district has', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(truthOf(whole))))
})

test('every code of the district is one: enterprises, industries, chains, indicators', async () => {
  const industries = await readIndustries()
  const highTech = await readHighTechClasses()
  const library = new Set((await shippedDefinitions()).map(({ code }) => code))
  const nodes = new Set(
    demonstrationChains.flatMap(({ code, nodes: own }) =>
      own.map((node) => `${code}/${node.code}`),
    ),
  )
  expect({
    codes: whole.enterprises.filter(({ uscc }) => !readUscc(uscc).ok),
    industries: demonstrationBranches.filter(
      ({ industry }) => !isIndustryClass(industries, industry),
    ),
    highTech: demonstrationBranches.filter(
      ({ industry }) => highTech.has(industry) !== highTechIndustries.has(industry),
    ),
    nodes: demonstrationBranches.filter(({ places }) =>
      places.some(({ chain, node }) => !nodes.has(`${chain}/${node}`)),
    ),
    indicators: Object.values(columns).filter(({ code }) => !library.has(code)),
  }).toEqual({ codes: [], industries: [], highTech: [], nodes: [], indicators: [] })
})
