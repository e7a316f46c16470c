import { defineConfig } from 'vitest/config'

const pure = ['src/{contract,core,web}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        // Functions of their input alone: one file leaves nothing for the next to find.
        extends: true,
        test: { name: 'pure', include: pure, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          // A server can be out of reach or full; the embedded engine cannot.
          exclude: [...pure, 'src/server/db/trouble.test.ts'],
        },
      },
      {
        // What asks the database is asked again on a PostgreSQL of the machine.
        extends: true,
        test: {
          name: 'native',
          env: { FUZZ_REQUESTS: '600', SIGN_IN_GUESSES: '2000' },
          include: [
            'src/server/db/{statistics,trouble}.test.ts',
            'src/server/{analysis,backup,demo,enterprise,event,exchange,figure-import,http,identity,indicator,job,matter,matter-rule,meeting,notification,operation,organisation,plan,project,report,search,watching,work}/**/*.test.ts',
          ],
          exclude: [
            // They go to both by themselves.
            'src/server/backup/move.test.ts',
            'src/server/job/kill.test.ts',
            // They ask who may see what, which no database decides; the walk of all routes goes to both.
            'src/server/event/look-walk.test.ts',
            'src/server/identity/organisation-walk.test.ts',
            // It waits for sessions to end; how long that takes is the clock's.
            'src/server/http/signed-out-stream.test.ts',
          ],
          globalSetup: ['src/test/native-server.ts'],
        },
      },
    ],
  },
})
