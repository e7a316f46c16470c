/** What the names of enterprises begin with that a killed import brought, and how many it brings at once. */
export const importedBatch = '批'
export const importedRows = 20
