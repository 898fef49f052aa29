/** What there is to be said of how a part of a plan was read: it goes where the part goes, into extracts too. */
import type { Message, MessageId, ParamName } from "../messages";
import type { PlanPart } from "./resource";

/** The texts of notes. Each takes the part's id as `plan`. */
export type NoteId = Extract<MessageId, "limit.program" | `limit.program-${string}` | `limit.terraform-${string}`>;

/** Of what kind the parameters of a text are, but for `plan`. */
type Kinds<Id extends MessageId> = Readonly<Record<Exclude<ParamName<Id>, "plan">, "text" | "number">>;

/** What each note takes, and whether it says that something was not seen: then no findings do not mean that all is well. */
const NOTES = {
  "limit.program": { params: {}, isUnseen: false },
  "limit.program-unconfigured": { params: { file: "text", stacks: "text" }, isUnseen: true },
  "limit.program-environments": { params: { names: "text" }, isUnseen: true },
  "limit.program-left-open": { params: { kinds: "text" }, isUnseen: false },
  "limit.program-no-output": { params: { stack: "text", output: "text" }, isUnseen: true },
  "limit.program-unapplied": { params: { count: "number", places: "text" }, isUnseen: true },
  "limit.program-secret-read": { params: { key: "text" }, isUnseen: true },
  "limit.terraform-targets": { params: { count: "number" }, isUnseen: false },
} as const satisfies { readonly [Id in NoteId]: { readonly params: Kinds<Id>; readonly isUnseen: boolean } };

export const NOTE_IDS = Object.keys(NOTES) as readonly NoteId[];

/** The notes that say that something of a part was not seen. */
export const UNSEEN_NOTES: readonly NoteId[] = NOTE_IDS.filter((id) => NOTES[id].isUnseen);

export const isNoteId = (id: string): id is NoteId => Object.hasOwn(NOTES, id);

/** The parameters that a note takes besides `plan`, by name, and of what kind each is. */
export const paramsOfNote = (id: NoteId): Readonly<Record<string, "text" | "number">> => NOTES[id].params;

/** A note as plain data, without the name of its part, which may change. */
export interface PlainNote {
  readonly id: NoteId;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The notes of a part, in which nothing stands that they do not take. */
export const plainNotes = ({ notes = [] }: PlanPart): readonly PlainNote[] =>
  notes.map(({ id, params }) => {
    if (!isNoteId(id)) throw new Error(`${id} is no note of a part`);
    const names = Object.keys(paramsOfNote(id));
    return { id, params: Object.fromEntries(names.map((name) => [name, params[name] as string | number])) };
  });

/** The notes of some parts, each with the id of its part, in whichever order these are given. */
export const notesOf = (parts: readonly PlanPart[]): readonly Message[] =>
  [...parts]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((part) => plainNotes(part).map(({ id, params }) => ({ id, params: { plan: part.id, ...params } })));
