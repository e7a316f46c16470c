import { listTemplates, setTemplate, tryTemplate } from '#contract/analysis-template.ts'
import { phraseKinds } from '#core/analysis/phrases.ts'
import {
  type AnalysisTemplate,
  type PlacedProblem,
  settings,
  templateCodes,
  templateProblems,
} from '#core/analysis/template.ts'
import type { CompiledLibrary } from '#core/indicator/library.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { badInput, changedMeanwhile } from '#server/http/failure.ts'
import { momentOf } from '#server/indicator/as-of.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { newId } from '#server/new-id.ts'
import type { outlookMemory } from '#server/watching/remembered.ts'
import { composeBy } from './compose.ts'
import { seenInBlocks } from './seen-in-blocks.ts'
import { insertTemplate, shippedTemplate, templateVersions } from './templates.ts'

export function templateEndpoints(
  outlookOf: ReturnType<typeof outlookMemory>,
): readonly Endpoint[] {
  return [
    read(listTemplates, async (_, { db, region }) => {
      const own = await templateVersions(db, region.code)
      const library = await libraryAt(db)
      const names = [...library.entries.values()].flatMap(
        (one) => one.at(-1)?.definition.name ?? [],
      )
      return {
        templates: await Promise.all(
          templateCodes.map(async (code) => ({
            code,
            versions: [
              ...own
                .filter((row) => row.code === code)
                .map(({ regionCode: _region, code: _code, ...row }) => row),
              { version: 0, template: await shippedTemplate(code), why: '' },
            ],
          })),
        ),
        settings,
        phrases: phraseKinds,
        indicators: names,
      }
    }),

    read(tryTemplate, async ({ period, asOf, template }, context, transact) => {
      const known = asOf === undefined ? {} : { asOf: momentOf(asOf) }
      const library = await libraryAt(context.db, known.asOf)
      const problems = problemsOf(template, library)
      if (problems.length > 0) {
        return { problems: problems.map(placed), blocks: [] }
      }
      const blocks = await composeBy(context, template, { period, ...known }, outlookOf)
      await rememberLook(transact, seenInBlocks(blocks, period))
      return { problems: [], blocks }
    }),

    write(setTemplate, async ({ code, version, template, why }, context) => {
      const { db, region, user, now, stale } = context
      const [problem] = problemsOf(template, await libraryAt(db))
      if (problem) throw badInput('template-unread', 'A place cannot be read', placed(problem))
      if (template.code !== code) throw badInput('template-unread', 'Another template')
      const [latest] = (await templateVersions(db, region.code)).filter((row) => row.code === code)
      if ((latest?.version ?? 0) !== version) {
        throw changedMeanwhile('The template has another version by now', latest?.template)
      }
      const next = version + 1
      const row = { regionCode: region.code, code, version: next, template, why, by: user, at: now }
      await insertTemplate(db, row)
      const id = newId('analysis-template')
      await record(db, [
        {
          region: region.code,
          at: now,
          by: user,
          action: 'analysis-template-set',
          subject: id,
          entity: { kind: 'analysis-template', id },
          after: { code, version: next, template },
          why,
        },
      ])
      stale(['figures', 'analysis'])
      return { version: next }
    }),
  ]
}

function problemsOf(template: AnalysisTemplate, library: CompiledLibrary) {
  return templateProblems(template, (name) => library.codes.has(name))
}

function placed({ section, block, code, found }: PlacedProblem) {
  const place = [
    section === undefined ? '标题' : `第${section + 1}部分`,
    block === undefined ? '' : `第${block + 1}段`,
  ].join('')
  return {
    ...(section !== undefined && { section }),
    ...(block !== undefined && { block }),
    text: `${place}：${problemWords[code]}“${found}”`,
  }
}

const problemWords = {
  'bracket-open': '花括号没有合上',
  'place-unknown': '不认识这个填空',
  'phrase-unknown': '不认识这种说法',
  'indicator-unknown': '指标库里没有这个指标',
} as const satisfies Readonly<Record<PlacedProblem['code'], string>>
