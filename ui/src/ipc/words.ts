// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

import type { Status, Way, AccountKind, KeyKind, Basis, Unit, Qualifier, Standing, Role, PersonGroup, MilestoneKind, DeterminationKind, MeasureState, MeasureKind, DataCategory, Protection, Precision } from './types'

/** Every word of a closed list, by the list's type. */
export const WORDS: {
  readonly Status: readonly Status[]
  readonly Way: readonly Way[]
  readonly AccountKind: readonly AccountKind[]
  readonly KeyKind: readonly KeyKind[]
  readonly Basis: readonly Basis[]
  readonly Unit: readonly Unit[]
  readonly Qualifier: readonly Qualifier[]
  readonly Standing: readonly Standing[]
  readonly Role: readonly Role[]
  readonly PersonGroup: readonly PersonGroup[]
  readonly MilestoneKind: readonly MilestoneKind[]
  readonly DeterminationKind: readonly DeterminationKind[]
  readonly MeasureState: readonly MeasureState[]
  readonly MeasureKind: readonly MeasureKind[]
  readonly DataCategory: readonly DataCategory[]
  readonly Protection: readonly Protection[]
  readonly Precision: readonly Precision[]
} = {
  Status: ['confirmed', 'suspected', 'cleared'],
  Way: ['signed_in', 'content_accessed', 'synced_whole', 'listed', 'phished', 'forwarding_set', 'file_downloaded'],
  AccountKind: ['person', 'shared', 'guest', 'service', 'list_entry', 'unknown'],
  KeyKind: ['email', 'upn', 'object_id', 'user_name', 'customer_number', 'employee_number', 'patient_number', 'phone', 'name_birth', 'none'],
  Basis: ['hr', 'customer', 'list', 'stated', 'office', 'licence', 'hand'],
  Unit: ['account', 'person', 'email', 'file', 'database_row', 'paper', 'login', 'record', 'organisation'],
  Qualifier: ['exact', 'at_least', 'at_most', 'between', 'approximate', 'to_be_determined', 'cannot_be_determined'],
  Standing: ['claimed', 'own', 'confirmed'],
  Role: ['controller', 'joint_controller', 'processor', 'sub_processor', 'client', 'recipient', 'representative', 'provider'],
  PersonGroup: ['owner', 'correspondent', 'named_in_content', 'in_directory', 'customer', 'patient', 'employee', 'student', 'subscriber', 'user', 'other'],
  MilestoneKind: ['began', 'ended', 'detected', 'suspected', 'told', 'confirmed', 'contained', 'notified', 'communicated', 'published', 'other'],
  DeterminationKind: ['awareness', 'breach', 'risk', 'materiality', 'notification', 'communication', 'awareness_incident', 'awareness_significance', 'significance'],
  MeasureState: ['taken', 'planned'],
  MeasureKind: ['in_place', 'mitigating', 'preventive'],
  DataCategory: ['basic', 'contact', 'biometric', 'criminal', 'political', 'ethnic', 'religious', 'sex_life', 'trade_union', 'genetic', 'health', 'financial', 'employment_health', 'identification', 'location', 'official_document', 'payment', 'profile', 'credentials', 'not_yet_known', 'additional', 'message_content'],
  Protection: ['intact', 'subverted', 'none', 'not_assessable', 'open'],
  Precision: ['year', 'month', 'day', 'minute', 'second'],
}

/** The units that a number about a subject comes in, the one that is meant where nobody says another first. */
export const UNITS: Readonly<Record<string, readonly Unit[]>> = {
  'accounts': ['account'],
  'persons': ['person'],
  'persons.owner': ['person'],
  'persons.correspondent': ['person'],
  'persons.named_in_content': ['person'],
  'persons.in_directory': ['person'],
  'persons.customer': ['person'],
  'persons.patient': ['person'],
  'persons.employee': ['person'],
  'persons.student': ['person'],
  'persons.subscriber': ['person'],
  'persons.user': ['person'],
  'persons.other': ['person'],
  'records': ['record', 'email', 'file', 'database_row', 'paper', 'login'],
  'records.distinct': ['email'],
  'organisations': ['organisation'],
}

/** Steps from which somebody may say to be aware. */
export const MAY_BE_AWARENESS: readonly MilestoneKind[] = ['detected', 'suspected', 'told', 'confirmed']

/** What becomes of a list's rows: how many there are, and the parts that add up to it. */
export const ROWS = ['read', 'new', 'merged', 'rejected', 'unmatched'] as const
