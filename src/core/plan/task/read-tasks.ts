import type { Document } from '../../document/document.ts'
import type { Task } from '../plan.ts'
import { readTaskClauses } from './read-task-clauses.ts'
import { readTaskTables } from './read-task-tables.ts'

/** All tasks a document gives to units: in the order of its text. */
export function readTasks(document: Document): Task[] {
  return [...readTaskClauses(document), ...readTaskTables(document)].toSorted(
    (left, right) => left.citation.start - right.citation.start,
  )
}
