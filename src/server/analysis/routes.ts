import {
  analysisDocx,
  analysisHtml,
  analysisOf,
  analysisPdf,
  whatChanged,
} from '#contract/analysis.ts'
import { cumulativeName } from '#core/period/period-name.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, read, type Transact } from '#server/http/endpoint.ts'
import { badInput, Failure } from '#server/http/failure.ts'
import { momentOf } from '#server/indicator/as-of.ts'
import { rememberLook } from '#server/indicator/figure-scope.ts'
import type { outlookMemory } from '#server/watching/remembered.ts'
import { changesBetween } from './changes.ts'
import type { AnalysisPaper } from './analysis-document.ts'
import { composeAnalysis, type Edition } from './compose.ts'
import { seenInBlocks } from './seen-in-blocks.ts'
import { templateEndpoints } from './template-routes.ts'

type OutlookOf = ReturnType<typeof outlookMemory>

export function analysisReportEndpoints(outlookOf: OutlookOf): readonly Endpoint[] {
  const drafted = async (
    { period, asOf }: Omit<PaperInput, 'origin'>,
    context: ReadContext,
    transact: Transact,
  ): Promise<Omit<AnalysisPaper, 'origin'>> => {
    const blocks = await composeAnalysis(context, edition(period, asOf), outlookOf)
    await rememberLook(transact, seenInBlocks(blocks, period))
    return { blocks, simulated: context.region.simulated, asOf: knowledge(asOf, context) }
  }
  const paperOf = async (
    { origin, ...asked }: PaperInput,
    context: ReadContext,
    transact: Transact,
  ): Promise<AnalysisPaper> => ({ ...(await drafted(asked, context, transact)), origin })
  return [
    read(analysisOf, drafted),

    read(whatChanged, async (days, context, transact) => {
      const { seen, ...changes } = await changesBetween(context, days, outlookOf)
      await rememberLook(transact, seen)
      return changes
    }),

    file(analysisDocx, async (input, context, transact) => ({
      name: nameOf(input.period, 'docx', context),
      content: await wordDraft(await paperOf(input, context, transact)),
    })),

    file(analysisPdf, async (input, context, transact) => {
      const { convertByLibreOffice } = await import('#server/document/formats/libre-office.ts')
      const draft = await wordDraft(await paperOf(input, context, transact))
      const converted = await convertByLibreOffice(draft, 'docx', 'pdf')
      if (!converted.ok) {
        const { error } = converted
        throw error.code === 'libreoffice-missing'
          ? badInput('pdf-needs-libreoffice', 'A PDF needs LibreOffice on the server')
          : new Failure(error, 502)
      }
      return { name: nameOf(input.period, 'pdf', context), content: converted.value }
    }),

    file(analysisHtml, async (input, context, transact) => {
      const paper = await paperOf(input, context, transact)
      const { analysisPage } = await import('./analysis-page.ts')
      return { name: nameOf(input.period, 'html', context), content: analysisPage(paper) }
    }),

    ...templateEndpoints(outlookOf),
  ]
}

interface PaperInput {
  readonly period: Edition['period']
  readonly asOf?: string
  readonly origin: string
}

async function wordDraft(paper: AnalysisPaper): Promise<Uint8Array> {
  // What draws charts on paper is loaded with the first document: every start would pay for it.
  const { analysisDocument } = await import('./analysis-document.ts')
  return analysisDocument(paper)
}

function nameOf(period: Edition['period'], ending: string, { region }: ReadContext): string {
  return `${region.name}${cumulativeName(period)}分析.${ending}`
}

function edition(period: Edition['period'], asOf: string | undefined): Edition {
  return { period, ...(asOf !== undefined && { asOf: momentOf(asOf) }) }
}

function knowledge(asOf: string | undefined, { now }: ReadContext): string {
  return asOf === undefined ? now : momentOf(asOf)
}
