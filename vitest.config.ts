import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
        },
      },
      {
        // What asks the database is asked again on a PostgreSQL of the machine.
        extends: true,
        test: {
          name: 'native',
          include: [
            'src/server/{analysis,backup,demo,enterprise,event,exchange,figure-import,http,identity,indicator,job,matter,matter-rule,meeting,notification,operation,organisation,plan,project,report,search,watching,work}/**/*.test.ts',
          ],
          // They go to both by themselves.
          exclude: ['src/server/backup/move.test.ts', 'src/server/job/kill.test.ts'],
          globalSetup: ['src/test/native-server.ts'],
        },
      },
    ],
  },
})
