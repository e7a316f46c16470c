import { demonstrationOf } from '#core/demonstration/demonstration.ts'
import type { DocumentId, DraftId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import type { StaleBus } from '#server/event/stale-bus.ts'
import type { Database } from '#server/db/database.ts'
import type { FileStore } from '#server/files/store.ts'
import type { Transact } from '#server/http/endpoint.ts'
import { transact } from '#server/http/mount.ts'
import { insertOrganisations, organisationsOf } from '#server/organisation/store.ts'
import { documentOf, firstOfContents } from '#server/plan/document-store.ts'
import { takeIn } from '#server/plan/document-routes.ts'
import type { Importer } from '#server/plan/importer.ts'
import { versionsOf } from '#server/plan/plan-store.ts'
import { publishOneDraft, publishVersion } from '#server/plan/publish-draft.ts'
import { insertRegion } from '#server/region/store.ts'
import {
  demonstrationIdentity,
  demonstrationPlans,
  demonstrationRegion,
  publishedTargetsFolder,
} from './demonstration.ts'
import { demonstrationOrganisations } from './demonstration-organisations.ts'
import {
  askForFigures,
  demonstrationOptions,
  type DemonstrationSize,
} from './prepare-demonstration.ts'
import { publishedTargetsIn } from './published-targets.ts'
import { bindPlainTargets } from './seed-bindings.ts'
import { askForMatters } from './seed-matters.ts'
import { reviewPlan } from './review-plan.ts'
import { seedRegistry } from './seed-registry.ts'
import fs from 'node:fs'
import path from 'node:path'

export interface SeedGround {
  readonly database: Database
  readonly bus: StaleBus
  readonly files: FileStore
  readonly importer: Importer
  readonly clock: () => string
  /** Of the invented district; all of it where nothing is said. */
  readonly size?: DemonstrationSize
}

/**
 * Fills a new installation: the invented district's plan read, accepted and published, its revision
 * under review, and the figures of real districts. What a stop interrupted is taken up again.
 */
export async function seedDemonstration(ground: SeedGround): Promise<void> {
  const run = transact(ground, demonstrationIdentity)
  const isNew = await run(async ({ db, region }) => {
    await insertRegion(db, demonstrationRegion)
    if ((await organisationsOf(db, region.code)).length === 0) {
      await insertOrganisations(db, region.code, demonstrationOrganisations())
    }
    return (await versionsOf(db, [region.code])).length === 0
  })
  if (!isNew) return
  await run(({ db, now }) => seedEnterprises(db, ground.size, now))
  await seedPublishedTargets(run)
  const published = await imported(ground, run, demonstrationPlans.published)
  await imported(ground, run, demonstrationPlans.underReview)
  if (published) {
    await run(async (context) => {
      await reviewPlan(context, published)
      await publishOneDraft(context, published, { pending: 'accept' })
    })
    await run(bindPlainTargets)
    await run(({ db, now }) => askForMatters(db, now))
  }
  await ground.database.maintenance.checkpoint()
}

/** The registry of the invented district at once; its figures follow while the program answers. */
async function seedEnterprises(
  db: Db,
  size: DemonstrationSize | undefined,
  now: string,
): Promise<void> {
  const options = demonstrationOptions(size)
  await seedRegistry(db, demonstrationOf(options))
  await askForFigures(db, options, now)
}

/** The draft of a plan document that goes the way of every upload; none where it cannot be read. */
async function imported(
  { files, importer, database }: SeedGround,
  run: Transact,
  file: string,
): Promise<DraftId | undefined> {
  const { code } = demonstrationRegion
  const stored = await files.put(fs.createReadStream(file))
  if (!stored) return undefined
  const [known] = await firstOfContents(database.db, code, [stored.sha256])
  const id: DocumentId = known
    ? known.id
    : await run(async (context) => {
        const upload = { name: path.basename(file), mediaType: 'application/octet-stream' }
        return (await takeIn(context, importer, upload, stored)).id
      })
  await importer.idle()
  const document = await documentOf(database.db, code, id)
  return document?.draftId ?? undefined
}

async function seedPublishedTargets(run: Transact): Promise<void> {
  for (const { meta, targets } of publishedTargetsIn(publishedTargetsFolder)) {
    await run(async ({ db, user, now }) => {
      const { code = '' } = meta.region
      const known = await versionsOf(db, [code])
      if (known.some((version) => version.meta.title === meta.title)) return
      await publishVersion(db, {
        meta,
        items: targets.map(({ content, table }, position) => ({
          kind: 'target',
          position,
          content,
          citation: null,
          sourceTable: table,
        })),
        by: user,
        at: now,
      })
    })
  }
}
