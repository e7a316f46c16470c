/** A UUIDv7 of one kind of thing: ids of two kinds do not mix. */
export type Id<Kind extends string> = string & { readonly __brand: Kind }

export type UserId = Id<'user'>
export type DocumentId = Id<'document'>
export type DraftId = Id<'draft'>
export type ItemId = Id<'draft-item'>
export type FindingId = Id<'draft-finding'>
export type PlanId = Id<'plan'>
export type VersionId = Id<'plan-version'>
export type TargetId = Id<'plan-target'>
export type EventId = Id<'event'>
export type SessionId = Id<'session'>
export type GrantId = Id<'grant'>
export type OrganisationId = Id<'organisation'>
export type JobId = Id<'job'>
export type NotificationId = Id<'notification'>
export type MatterId = Id<'matter'>
export type EvidenceId = Id<'evidence'>
export type MeetingId = Id<'meeting'>
export type EnterpriseId = Id<'enterprise'>
export type ProjectId = Id<'project'>
export type EnterpriseImportId = Id<'enterprise-import'>
export type ReportId = Id<'report'>
export type ExternalIdentityId = Id<'external-identity'>
