import { analysisDocx, analysisOf, whatChanged } from '#contract/analysis.ts'
import { cumulativeName } from '#core/period/period-name.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, file, read } from '#server/http/endpoint.ts'
import { momentOf } from '#server/indicator/as-of.ts'
import type { outlookMemory } from '#server/watching/remembered.ts'
import { changesBetween } from './changes.ts'
import { composeAnalysis, type Edition } from './compose.ts'

type OutlookOf = ReturnType<typeof outlookMemory>

export function analysisReportEndpoints(outlookOf: OutlookOf): readonly Endpoint[] {
  return [
    read(analysisOf, async ({ period, asOf }, context) => ({
      asOf: knowledge(asOf, context),
      simulated: context.region.simulated,
      blocks: await composeAnalysis(context, edition(period, asOf), outlookOf),
    })),

    read(whatChanged, (days, context) => changesBetween(context, days, outlookOf)),

    file(analysisDocx, async ({ period, asOf, origin }, context) => {
      const blocks = await composeAnalysis(context, edition(period, asOf), outlookOf)
      // What draws charts on paper is loaded with the first document: every start would pay for it.
      const { analysisDocument } = await import('./analysis-document.ts')
      const content = await analysisDocument({
        blocks,
        simulated: context.region.simulated,
        origin,
        asOf: knowledge(asOf, context),
      })
      return { name: `${context.region.name}${cumulativeName(period)}分析.docx`, content }
    }),
  ]
}

function edition(period: Edition['period'], asOf: string | undefined): Edition {
  return { period, ...(asOf !== undefined && { asOf: momentOf(asOf) }) }
}

function knowledge(asOf: string | undefined, { now }: ReadContext): string {
  return asOf === undefined ? now : momentOf(asOf)
}
