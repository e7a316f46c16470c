import { countMatters, listMatters, showMatter } from '#contract/matter.ts'
import { showMatterRules } from '#contract/matter-rule.ts'
import {
  actOnMatter,
  actOnMatters,
  addEvidence,
  addEvidenceFiles,
  commentOnMatter,
  evidenceFile,
  listMatterPeople,
  raiseOneMatter,
  watchMatter,
  withdrawEvidence,
} from '#contract/matter-act.ts'
import type { Problem } from '#contract/problem.ts'
import type { MatterId } from '#core/id.ts'
import { factNames } from '#core/matter/facts.ts'
import type { FileStore } from '#server/files/store.ts'
import { type Endpoint, file, read, upload, work, write } from '#server/http/endpoint.ts'
import { Failure, notFound } from '#server/http/failure.ts'
import { actOnOneMatter } from './act-on-matter.ts'
import { addProof, withdrawProof } from './evidence.ts'
import { takeEvidence } from './evidence-format.ts'
import { countsOf } from './matter-counts.ts'
import { matterDetail } from './matter-detail.ts'
import { pageOfMatters } from './matter-list.ts'
import { regionGround, unitName } from './matter-rows.ts'
import { titlesOfMeetings } from '../meeting/meeting-store.ts'
import { evidenceOf } from './evidence-store.ts'
import { matterOf } from './matter-store.ts'
import { saveWatch } from './talk-store.ts'
import { matterSummaries } from './matter-views.ts'
import { raiseMatter } from './raise-matter.ts'
import { rulesOf, schemesOf } from '../matter-rule/rules.ts'
import { heldMatter, seenMatter } from './seen-matter.ts'
import { comment, peopleOf } from './talk.ts'
import { tellingOf } from './telling.ts'

export function matterEndpoints(files: FileStore): readonly Endpoint[] {
  return [...reading, ...acting, ...proving(files), ...talking]
}

const reading: readonly Endpoint[] = [
  read(listMatters, async ({ sort, order, after, limit, ...filter }, context) => {
    const { db, region, now, user } = context
    const { rows, next } = await pageOfMatters(context, filter, { sort, order, after, limit })
    const ground = await regionGround(db, region.code, now)
    return {
      matters: await matterSummaries(db, ground, user.id, rows),
      ...(next !== undefined && { next }),
    }
  }),

  read(countMatters, async (filter, context) => {
    const { byLead, byMeeting, ...counts } = await countsOf(context, filter)
    const titles = await titlesOfMeetings(
      context.db,
      context.region.code,
      byMeeting.map(({ key }) => key),
    )
    const ground = await regionGround(context.db, context.region.code, context.now)
    return {
      ...counts,
      byLead: byLead.map(({ key, count }) => ({ key, count, name: unitName(ground, key).name })),
      byMeeting: byMeeting.map((one) => ({ ...one, name: titles.get(one.key) ?? '' })),
    }
  }),

  read(showMatter, async ({ id }, context) =>
    matterDetail(context, await seenMatter(context.db, context, id)),
  ),

  read(showMatterRules, async (_, { db, region }) => {
    const schemes = await schemesOf(db, region.code)
    const { kinds, workflows } = await rulesOf(db, region.code)
    const names = factNames(kinds.flatMap(({ content: { steps = [] } }) => steps))
    return {
      kinds: kinds.map(({ content, ...rest }) => ({ ...content, ...rest })),
      workflows: workflows.map(({ content, ...rest }) => ({ ...content, ...rest })),
      schemes: schemes.map(({ scheme, ...rest }) => ({ ...scheme, ...rest })),
      facts: [...names].map(([name, { meaning }]) => ({ name, meaning })),
    }
  }),

  read(listMatterPeople, async (_, { db, region, now }) => {
    const ground = await regionGround(db, region.code, now)
    const people = await peopleOf(db, region.code, now)
    return {
      people: people.map(({ id, name, organisation }) => ({
        id,
        name,
        ...(organisation && { unit: unitName(ground, organisation).name }),
      })),
    }
  }),
]

const acting: readonly Endpoint[] = [
  write(raiseOneMatter, async ({ key, ...given }, context) => {
    const { db, region, user } = context
    const { id } = await raiseMatter(tellingOf(context), {
      ...given,
      region: region.code,
      by: user,
      source: { kind: 'person' },
      sourceKey: `form ${key}`,
    })
    return matterDetail(context, await present(db, region.code, id))
  }),

  write(actOnMatter, async ({ id, revision, ...order }, context) =>
    matterDetail(context, await actOnOneMatter(context, { id, revision }, order)),
  ),

  work(actOnMatters, async ({ items, ...order }, transact) => {
    const done: MatterId[] = []
    const refused: { id: MatterId; problem: Problem }[] = []
    for (const item of items) {
      try {
        await transact((context) => actOnOneMatter(context, item, order))
        done.push(item.id)
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        refused.push({ id: item.id, problem: withoutDetail(error.problem) })
      }
    }
    return { done, refused }
  }),
]

function proving(files: FileStore): readonly Endpoint[] {
  return [
    upload(addEvidenceFiles, async ({ id }, uploaded, transact) => {
      // Nobody fills the disk with what they may not put in.
      await transact((context) => seenMatter(context.db, context, id))
      const refused: { fileName: string; problem: Problem }[] = []
      for await (const one of uploaded) {
        const taken = await takeEvidence(files, one)
        if (!taken.ok) {
          refused.push({ fileName: one.name, problem: taken.error })
          continue
        }
        await transact(async (context) => {
          const row = await heldMatter(context.db, context, id)
          await addProof(context, row, { kind: 'file', text: one.name, file: taken.value })
        })
      }
      const matter = await transact(async (context) =>
        matterDetail(context, await seenMatter(context.db, context, id)),
      )
      return { matter, refused }
    }),

    write(addEvidence, async ({ id, kind, text }, context) => {
      const row = await heldMatter(context.db, context, id)
      return matterDetail(context, await addProof(context, row, { kind, text }))
    }),

    write(withdrawEvidence, async ({ id, evidenceId, why }, context) => {
      const row = await heldMatter(context.db, context, id)
      return matterDetail(context, await withdrawProof(context, row, { id: evidenceId, why }))
    }),

    file(evidenceFile, async ({ id, evidenceId }, context) => {
      const row = await seenMatter(context.db, context, id)
      const evidence = await evidenceOf(context.db, row.regionCode, row.id)
      const proof = evidence.find((one) => one.id === evidenceId)
      if (!proof || proof.sha256 === null) throw notFound('Evidence')
      return {
        name: proof.text,
        content: files.open(proof.sha256),
        ...(proof.size !== null && { size: proof.size }),
      }
    }),
  ]
}

const talking: readonly Endpoint[] = [
  write(commentOnMatter, async ({ id, text, mentions }, context) => {
    const row = await seenMatter(context.db, context, id)
    await comment(context, row, { text, mentions })
    return matterDetail(context, row)
  }),

  write(watchMatter, async ({ id, watched }, context) => {
    const { db, user } = context
    const row = await seenMatter(db, context, id)
    const watch = { regionCode: row.regionCode, matterId: row.id, userId: user.id }
    await saveWatch(db, watch, watched)
    context.staleFor([user.id], ['matters'])
    return matterDetail(context, row)
  }),
]

async function present(db: Parameters<typeof matterOf>[0], region: string, id: MatterId) {
  const row = await matterOf(db, region, id)
  if (!row) throw notFound('Matter')
  return row
}

/** Of many refusals each without what is there now: the list is asked for again. */
function withoutDetail({ detail, ...problem }: Problem): Problem {
  return problem.code === 'matter-refused' ? { ...problem, detail } : problem
}
