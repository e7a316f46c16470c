import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnScore, scoreEnterprises } from '#test/reading-score-items.ts'
import { fromText } from '../../document/from-text.ts'
import { normalise } from '../../document/normalise.ts'
import { readEnterprises } from './read-enterprises.ts'

function namesIn(text: string): string[] {
  return readEnterprises(normalise(fromText(text))).map(({ name }) => name)
}

test.each([
  ['依托远山机械、恒岳科技等龙头企业，发展装备。', ['远山机械', '恒岳科技']],
  ['形成以金穗乳业、百味坊等为代表的一批食品企业。', ['金穗乳业', '百味坊']],
  [
    '支持云岭（江城）新材料有限公司和江城北斗电子股份有限公司做大。',
    ['云岭（江城）新材料有限公司', '江城北斗电子股份有限公司'],
  ],
  ['十亿级企业达到2家（远山、恒岳），亿级企业20家。', ['远山', '恒岳']],
  ['岚谷泰科入选国家级专精特新“小巨人”，锐锋铸造获评市级示范。', ['岚谷泰科', '锐锋铸造']],
  ['重点企业：远山新能源、恒岳底盘。', ['远山新能源', '恒岳底盘']],
  ['加快推进华岳集团年产20万吨铝板项目。', ['华岳集团']],
])('%s', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test.each([
  '积极引进锂电池、隔膜、电解液等核心配套企业，培育智能装备、新材料等重点企业。',
  '支持高校、科研院所等与企业共建平台，成立产业投资公司。',
  '推动电子信息、生物医药等领域企业上云，引进国内外知名集团。',
  '培育高新技术、专精特新、单项冠军等优质企业，规上企业达到3家（含新增）。',
])('products, trades and sorts of enterprises are no names: %s', (text) => {
  expect(namesIn(text)).toEqual([])
})

test('a name is counted over the whole document and cited where it stands first', () => {
  const document = normalise(
    fromText(
      '一、产业\n支持远山机械、恒岳科技等企业。\n远山机械年产5万台，恒岳科技二期投产，远山机械三期开工。',
    ),
  )
  expect(
    readEnterprises(document).map(({ name, count, first }) => [name, count, first.quote]),
  ).toEqual([
    ['远山机械', 3, '远山机械'],
    ['恒岳科技', 2, '恒岳科技'],
  ])
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared)).each([
  ['dianjiang-2021-2025', 'enterprise: recall 14/14'],
  ['qianjiang-2021-2025', 'enterprise: recall 5/5'],
  ['tongliang-2021-2025', 'enterprise: recall 8/8'],
  ['yongchuan-2021-2025-rev', 'enterprise: recall 2/2'],
])('the annotated sample of %s', (name, expected) => {
  const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const document = normalise(fromText(readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')))
  const score = scoreEnterprises(readEnterprises(document), truth.enterprisesSample)
  expect([score.misses, drawnScore(score).split(',')[0]]).toEqual([[], expected])
})
