/** What a user may do; a role is a set of these. */
export type Action = 'read' | 'import' | 'review' | 'publish' | 'operate'
