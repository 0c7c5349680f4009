/** Whose something is, where a case has several parties; with one, it goes without saying. It decides nothing. */
import type { CaseFile, Determination, DeterminationKind, KeyRow, Organisation, Party } from '../../ipc'
import { countryName } from '../../lang/countries'
import { say, word } from '../../lang/phrases.svelte'

/** Whether a case has more than one party: only then is anything said of whose a thing is. */
export const many = (file: CaseFile | null | undefined): boolean => (file?.parties.length ?? 0) > 1

/** A party's organisation. */
export const nameOf = (party: Party | undefined): string => party?.organisation ?? say('party-unnamed')

/** A party as one chooses it: by its organisation, with its role and on whose behalf where the name alone is not enough. */
export function called(file: CaseFile, party: Party): string {
  const name = nameOf(party)
  if (!file.parties.some((it) => it.id !== party.id && it.organisation === party.organisation)) return name
  const client = file.parties.find((it) => it.id === party.on_behalf_of)
  const role = word('role', party.role)
  return client ? say('party-on-behalf', { name, role, client: nameOf(client) }) : say('party-in-role', { party: name, role })
}

/** What one chooses from, by id. */
export const choices = (file: CaseFile): { value: string; text: string }[] =>
  file.parties.map((it) => ({ value: String(it.id), text: called(file, it) }))

/** The name of the party with this id; empty where it goes without saying. */
export function partyName(file: CaseFile | null | undefined, id: number | null | undefined): string {
  const party = file?.parties.find((it) => it.id === id)
  return file && party && many(file) ? called(file, party) : ''
}

/** What a case knows of a legal entity beside its name: what identifies it, where it is. */
export const entityWords = (it: Organisation): string[] =>
  [it.identifier, it.address?.trim().replaceAll(/\s*\n\s*/g, ', '), it.country && countryName(it.country)].filter((part) => part != null && part !== '') as string[]

const owns = (it: Determination, party: Party): boolean =>
  it.organisation === null ? it.party === party.id : it.organisation === party.organisation_id

/** What stands of a kind for a party; of awareness, for its legal entity. */
export function standing(file: CaseFile, kind: DeterminationKind, party: number | null): Determination | undefined {
  const whose = file.parties.find((it) => it.id === party)
  return whose && file.determinations.find((it) => it.kind === kind && it.superseded_by === null && owns(it, whose))
}

/** The party, or one of the roles of the legal entity, that determined: the main one first. */
export function determiner(file: CaseFile, it: Determination): Party | undefined {
  const owners = file.parties.filter((party) => owns(it, party))
  return owners.find((party) => party.id === file.main_party) ?? owners[0]
}

/** Whose a determination is: awareness is its legal entity's, everything else its party's. */
export function owner(file: CaseFile, it: Determination): string {
  const party = determiner(file, it)
  if (!many(file) || !party) return ''
  return it.organisation === null ? called(file, party) : nameOf(party)
}

/** Of whom a decision may be: of awareness each legal entity once, of everything else each party. */
export function deciders(file: CaseFile, key: KeyRow): { value: string; text: string }[] {
  if (key.of !== 'entity') return choices(file)
  const first = (it: Party, at: number): boolean =>
    it.organisation_id === null || file.parties.findIndex((other) => other.organisation_id === it.organisation_id) === at
  return file.parties.filter(first).map((it) => ({ value: String(it.id), text: nameOf(it) }))
}

/** The party under which a legal entity stands among those, or the party itself. */
export function decider(file: CaseFile, key: KeyRow, party: number | null): string {
  const whose = file.parties.find((it) => it.id === party)
  if (!whose) return ''
  const same = file.parties.find((it) => it.organisation_id !== null && it.organisation_id === whose.organisation_id)
  return String((key.of === 'entity' ? same : whose)?.id ?? whose.id)
}
