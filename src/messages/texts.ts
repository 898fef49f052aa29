import type { en } from "./en";

/** The keys of all texts. */
export type MessageId = keyof typeof en;
/** The texts of a language: the same keys as English. */
export type Texts = Readonly<Record<MessageId, string>>;
