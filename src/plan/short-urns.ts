/** URNs without what all those of a stack begin with. */
import { partsOfEnd, startOfUrns } from "../names/urn";
import { withoutUserinfo } from "./conceal";
import type { Urn } from "./fact";
import type { PlanPart } from "./resource";

/** What begins a URN that is written whole. */
const WHOLE = "=";

/** Writes the URNs of a stack short, and others whole. */
export class ShortUrns {
  private readonly start: string;

  constructor(stack: Pick<PlanPart, "project" | "stack" | "dialect">) {
    this.start = startOfUrns(stack);
  }

  /** Whether a URN is one of the stack's. */
  isOwn(urn: Urn): boolean {
    return urn.startsWith(this.start);
  }

  short(urn: Urn): string {
    return withoutCredentialsInName(this.shortened(urn));
  }

  private shortened(urn: Urn): string {
    const end = this.isOwn(urn) ? urn.slice(this.start.length) : WHOLE;
    return end.startsWith(WHOLE) ? WHOLE + urn : end;
  }

  long(text: string): Urn {
    return text.startsWith(WHOLE) ? text.slice(WHOLE.length) : this.start + text;
  }
}

/** What a short URN is made of; undefined for one that is written whole. */
export const partsOfShort = (short: string): ReturnType<typeof partsOfEnd> =>
  short.startsWith(WHOLE) ? undefined : partsOfEnd(short);

/** What the engine calls a provider that is downloaded from an address with a user: `default_1_0_https_/user_TOKEN_host/x`. */
const DOWNLOADED =
  /((?:^|::)default_(?:\w+_)?[a-z]+_\/)(?![^/_]+(?:_\d{1,5})?(?:\/|$))[^/]*_([^/_]*[^/_\d][^/_]*(?:_\d{1,5})?)(?=\/|$)/;

/** A name, or a URN with one, without what is a credential in an address that stands in it. */
export function withoutCredentialsInName(text: string): string {
  const plain = withoutUserinfo(text);
  return plain.includes("default_") ? plain.replace(DOWNLOADED, "$1$2") : plain;
}
