/** A made-up account, as plain data: what the loopback server answers from. */
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import type { AccessKey } from "./signature";

/** What an operation answers of a thing, in the cloud's own keys. */
export type Wire = Readonly<Record<string, unknown>>;

/** A server: what the operation that lists it says, with an `InstanceId`, and what its renewal's says besides. */
export interface MadeServer {
  readonly instance: Wire & { readonly InstanceId: string };
  readonly renewal?: Wire;
}

/** A domain of the account. */
export interface MadeDomain {
  /** Whether it is filed; left out where CDN says that the domain is not the account's. */
  readonly filing?: "DomainIsRegistration" | "DomainNotRegistration";
  /** What its registration says; left out where it is registered elsewhere. */
  readonly registration?: Wire;
}

/** An account. */
export interface CloudState {
  /** Its number. */
  readonly account: string;
  readonly keys: readonly AccessKey[];
  readonly domains?: Readonly<Record<string, MadeDomain>>;
  /** The websites that it has filed through Alibaba Cloud: numbers by domain. */
  readonly filings?: Readonly<Record<string, string>>;
  /** By region; a region that is not here is none. */
  readonly ecs?: Readonly<Record<string, readonly MadeServer[]>>;
  readonly swas?: Readonly<Record<string, readonly MadeServer[]>>;
  readonly ens?: readonly MadeServer[];
  /** Operations that the keys may not call. */
  readonly forbidden?: readonly CloudOperation[];
  /** So many things are on a page at most, whatever is asked for: 2 where it is not said. */
  readonly pageSize?: number;
}

/** What goes wrong with an operation. */
export type Fault = {
  /** So often, and then no more; always where it is not said. */
  readonly times?: number;
} & (
  | {
      readonly kind: "error";
      readonly status: number;
      readonly code?: string;
      /** Headers of the answer, such as how long to wait. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** An answer whose body is this, with status 200 where none is said. */
  | { readonly kind: "body"; readonly body: string; readonly status?: number }
  /** No answer; a connection that breaks before it, or in the middle of it; an answer without end. */
  | { readonly kind: "silent" | "reset" | "cut" | "huge" }
);

/** By operation; `*` for all. */
export type Faults = Readonly<Partial<Record<CloudOperation | "*", Fault>>>;

/** A request that came in. */
export interface SeenRequest {
  /** Its operation, by the host that it was meant for; null for none that is known. */
  readonly operation: CloudOperation | null;
  readonly method: string;
  readonly path: string;
  readonly action: string;
  readonly version: string;
  /** The region that its parameters name. */
  readonly region: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** By which it is signed. */
  readonly accessKeyId: string | null;
  readonly host: string;
}
