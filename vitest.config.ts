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
            'src/server/{backup,demo,event,http,identity,indicator,job,matter,organisation,plan,report}/**/*.test.ts',
          ],
          // They go to both by themselves.
          exclude: ['src/server/backup/move.test.ts', 'src/server/job/kill.test.ts'],
          globalSetup: ['src/test/native-server.ts'],
        },
      },
    ],
  },
})
