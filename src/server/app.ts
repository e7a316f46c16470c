import { analysisReportEndpoints } from './analysis/routes.ts'
import { type Database, openDatabase } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { presentMoment } from './clock.ts'
import type { Config } from './config.ts'
import { demonstrationMatterJobs } from './demo/seed-matters.ts'
import { demonstrationJobs, type DemonstrationSize } from './demo/prepare-demonstration.ts'
import { demonstrationEndpoints } from './demo/routes.ts'
import { seedDemonstration } from './demo/seed-demonstration.ts'
import { signHead } from './event/checkpoint.ts'
import { enterpriseImportEndpoints } from './enterprise/import-routes.ts'
import { enterpriseEndpoints } from './enterprise/routes.ts'
import { logEndpoints } from './event/log-routes.ts'
import { openSigner } from './event/signer.ts'
import { staleBus } from './event/stale-bus.ts'
import { openFiles } from './files/open-files.ts'
import type { Identify } from './http/context.ts'
import { httpServer } from './http/http-server.ts'
import {
  type FirstInvitation,
  inviteAdministrators,
  seedAccounts,
} from './identity/first-accounts.ts'
import { allRoles } from './identity/grant-store.ts'
import { bySession } from './identity/identify.ts'
import { makeOperatorToken } from './identity/operator.ts'
import { providerOf, type ProviderSettings } from './identity/provider.ts'
import { identityEndpoints } from './identity/routes.ts'
import { installationEndpoints } from './installation-routes.ts'
import type { OwnWork } from './job/handler.ts'
import { platformJobs, platformSchedules } from './job/platform-jobs.ts'
import { type Jobs, startJobs } from './job/poller.ts'
import { jobEndpoints } from './job/routes.ts'
import { calendarEndpoints } from './calendar/routes.ts'
import { dutyEndpoints } from './matter/duty-routes.ts'
import { matterJobs, matterSchedules } from './matter/day.ts'
import { meetingEndpoints } from './meeting/meeting-routes.ts'
import { matterReportEndpoints } from './matter/report-routes.ts'
import { matterEndpoints } from './matter/routes.ts'
import { definitionEndpoints } from './matter-rule/definition-routes.ts'
import { schemeEndpoints } from './matter-rule/scheme-routes.ts'
import { webhookEndpoints } from './webhook/webhook-routes.ts'
import { webhookJobs } from './webhook/webhook.ts'
import { organisationEndpoints } from './organisation/routes.ts'
import { documentEndpoints } from './plan/document-routes.ts'
import { draftEndpoints } from './plan/draft-routes.ts'
import { exportEndpoints } from './plan/export-routes.ts'
import { type Importer, startImporter } from './plan/importer.ts'
import { planEndpoints } from './plan/plan-routes.ts'
import { projectEndpoints } from './project/routes.ts'
import { readingThread } from './plan/reading/reading-thread.ts'
import { askForIndex, searchJobs, searchSchedules } from './search/jobs.ts'
import { bindingEndpoints } from './indicator/binding/binding-routes.ts'
import { figureEndpoints } from './indicator/figure-routes.ts'
import { libraryEndpoints } from './indicator/library/library-routes.ts'
import { loadShippedLibrary, shippedDefinitions } from './indicator/library/shipped-library.ts'
import { dataEndpoints } from './exchange/data-routes.ts'
import { byKey } from './exchange/identify-key.ts'
import { keyEndpoints } from './exchange/key-routes.ts'
import { reminderJobs, reminderSchedules } from './report/remind-daily.ts'
import { collectionEndpoints } from './report/routes.ts'
import { figureImportEndpoints } from './figure-import/routes.ts'
import { searchEndpoints } from './search/routes.ts'
import { notificationJobs, notificationSchedules } from './notification/jobs.ts'
import { notificationEndpoints } from './notification/routes.ts'
import { workEndpoints } from './work/routes.ts'
import { targetEndpoints } from './plan/target-routes.ts'
import { readDivisions } from './reference/divisions.ts'
import { regionEndpoints } from './region/routes.ts'
import { analysisEndpoints } from './watching/analysis-routes.ts'
import { watchingJobs, watchingSchedules } from './watching/jobs.ts'
import { outlookMemory } from './watching/remembered.ts'
import { pathEndpoints } from './watching/path-routes.ts'
import { standingEndpoints } from './watching/standing-routes.ts'
import { warningEndpoints } from './watching/warning-routes.ts'
import { type PasswordRules, usualPasswordRules } from '#core/access/password-rules.ts'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'

export interface AppOptions
  extends
    Pick<Config, 'dataFolder' | 'databaseUrl' | 'metricsHosts' | 'webFolder'>,
    Partial<Pick<Config, 'files' | 'settings' | 'trustedProxies'>> {
  readonly logger: FastifyBaseLogger
  readonly version: string
  /** The database, if its opening was begun before; otherwise it is opened at `databaseUrl`. */
  readonly opening?: Promise<Database>
  /** A dump of a data folder the embedded engine starts from. */
  readonly template?: Uint8Array
  readonly clock?: () => string
  /** Who sends a request; without it whoever is signed in. */
  readonly identify?: Identify
  /** Whether a new installation is filled with the demonstration. */
  readonly isDemonstration: boolean
  /** How much of the invented district that is; all of it where nothing is said. */
  readonly demonstrationSize?: DemonstrationSize
  readonly passwordRules?: PasswordRules
  readonly provider?: ProviderSettings
  readonly requestsPerMinute?: number
  readonly busyAfterMs?: number
}

export interface App {
  readonly http: FastifyInstance
  readonly database: Database
  readonly importer: Importer
  readonly jobs: Jobs
  readonly work: OwnWork
  /** Those of a new installation nobody took up yet; none in a demonstration. */
  readonly invitations: readonly FirstInvitation[]
  /** Stops taking requests, finishes what is at hand and closes the database. */
  close(): Promise<void>
}

/** Puts the program together; it answers but does not listen yet. */
export async function openApp(options: AppOptions): Promise<App> {
  const { logger, clock = presentMoment, template } = options
  const database = await (options.opening ??
    openDatabase(options.databaseUrl, { ...(template && { template }) }))
  await migrate(database.db)
  const leftOut = await loadShippedLibrary(database.db, await shippedDefinitions(), clock())
  if (leftOut.length > 0) logger.warn({ indicators: leftOut }, 'indicators-left-out')
  const bus = staleBus()
  const files = await openFiles(options.files ?? { kind: 'folder' }, options.dataFolder)
  const reading = readingThread()
  const signer = openSigner(options.dataFolder)
  const divisions = await readDivisions()
  const ground = { database, bus, files, clock }
  const importer = await startImporter({ ...ground, reading, divisions, log: logger })
  if (options.isDemonstration) {
    const size = options.demonstrationSize
    await seedDemonstration({ ...ground, importer, ...(size && { size }) })
  }
  const invitations = options.isDemonstration
    ? []
    : await inviteAdministrators(database.db, clock())
  if (options.isDemonstration) await seedAccounts(database.db, clock())
  const operatorToken = makeOperatorToken(options.dataFolder)
  const roles = await allRoles(database.db)
  const stored = { db: database.db, files, signer }
  const outlookOf = outlookMemory()
  const work: OwnWork = {
    handlers: [
      ...platformJobs(stored),
      ...searchJobs(database.db),
      ...notificationJobs,
      ...webhookJobs,
      ...matterJobs,
      ...watchingJobs,
      ...reminderJobs,
      ...demonstrationJobs,
      ...demonstrationMatterJobs,
    ],
    schedules: [
      ...platformSchedules,
      ...searchSchedules,
      ...notificationSchedules,
      ...matterSchedules,
      ...watchingSchedules,
      ...reminderSchedules,
    ],
  }
  const jobs = startJobs({ ...ground, ...work, log: logger })
  await askForIndex(database.db, clock())
  const http = await httpServer({
    ...ground,
    logger,
    identify:
      options.identify ??
      byKey(
        { db: database.db, clock },
        bySession({ db: database.db, clock, roles, operatorToken }),
      ),
    endpoints: [
      ...identityEndpoints({
        rules: options.passwordRules ?? usualPasswordRules,
        divisions,
        isDemonstration: options.isDemonstration,
        provider: options.provider && providerOf(options.provider),
      }),
      ...regionEndpoints,
      ...organisationEndpoints,
      ...matterEndpoints(files),
      ...dutyEndpoints,
      ...matterReportEndpoints,
      ...meetingEndpoints,
      ...schemeEndpoints,
      ...definitionEndpoints,
      ...calendarEndpoints,
      ...webhookEndpoints,
      ...enterpriseEndpoints,
      ...enterpriseImportEndpoints,
      ...projectEndpoints,
      ...demonstrationEndpoints,
      ...documentEndpoints({ files, importer }),
      ...draftEndpoints(reading),
      ...planEndpoints,
      ...targetEndpoints,
      ...analysisEndpoints,
      ...warningEndpoints,
      ...standingEndpoints(outlookOf),
      ...pathEndpoints(outlookOf),
      ...analysisReportEndpoints(outlookOf),
      ...exportEndpoints,
      ...installationEndpoints(stored, options),
      ...jobEndpoints(work.schedules),
      ...logEndpoints,
      ...libraryEndpoints,
      ...figureEndpoints,
      ...bindingEndpoints,
      ...figureImportEndpoints(files),
      ...collectionEndpoints,
      ...keyEndpoints,
      ...dataEndpoints,
      ...searchEndpoints,
      ...notificationEndpoints,
      ...workEndpoints,
    ],
    webFolder: options.webFolder,
    dataFolder: options.dataFolder,
    metricsHosts: options.metricsHosts,
    version: options.version,
    requestsPerMinute: options.requestsPerMinute ?? 3000,
    busyAfterMs: options.busyAfterMs ?? 5000,
    trustedProxies: options.trustedProxies ?? [],
  })
  return {
    http,
    database,
    importer,
    jobs,
    work,
    invitations,
    close: async () => {
      await http.close()
      await Promise.all([importer.stop(), jobs.stop()])
      await signHead(database.db, signer, clock())
      await database.close()
    },
  }
}
