import { forgetSheetLayout, listSheetLayouts } from '#contract/figure-import.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { deleteLayout, layoutsOf } from './layout-store.ts'
import { layoutView } from './views.ts'

export const layoutEndpoints: readonly Endpoint[] = [
  read(listSheetLayouts, async (_, { db, region }) => ({
    layouts: (await layoutsOf(db, region.code)).map(layoutView),
  })),

  write(forgetSheetLayout, async ({ id }, context) => {
    const { db, region, user, now } = context
    const layout = await deleteLayout(db, region.code, id)
    if (!layout) throw notFound('Layout')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'sheet-layout-forgotten',
        subject: id,
        entity: { kind: 'sheet-layout', id },
        before: { name: layout.name },
      },
    ])
    context.stale(['sheet-layouts'], ['figure-imports'])
    return {}
  }),
]
