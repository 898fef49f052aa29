/**
 * The protocol between a program and the engine, as the Pulumi SDK has it. What it is made of belongs to that SDK's own
 * dependencies, and is looked up from there: a second copy of Protobuf could not read the first one's messages.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Grpc from "@grpc/grpc-js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type * as Alias from "@pulumi/pulumi/proto/alias_pb";
import type * as Callback from "@pulumi/pulumi/proto/callback_pb";
import type * as CallbackService from "@pulumi/pulumi/proto/callback_grpc_pb";
import type * as Engine from "@pulumi/pulumi/proto/engine_pb";
import type * as EngineService from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as Provider from "@pulumi/pulumi/proto/provider_pb";
import type * as Resource from "@pulumi/pulumi/proto/resource_pb";
import type * as ResourceService from "@pulumi/pulumi/proto/resource_grpc_pb";

/** The parts of the protocol. */
export interface Wire {
  readonly grpc: typeof Grpc;
  readonly Empty: typeof Empty;
  readonly Struct: typeof Struct;
  readonly alias: typeof Alias;
  readonly callback: typeof Callback;
  readonly callbackService: typeof CallbackService;
  readonly engine: typeof Engine;
  readonly engineService: typeof EngineService;
  readonly provider: typeof Provider;
  readonly resource: typeof Resource;
  readonly resourceService: typeof ResourceService;
}

/** Loads the protocol: of the SDK that this tool depends on, or of the program in a folder, where the tool was taken alone. */
export function openWire(folder: string): Wire {
  const pulumi = createRequire(sdkOf(__filename) ?? sdkOf(join(folder, "program.js")) ?? __filename);
  const proto = (name: string): unknown => pulumi(`./proto/${name}`);
  return {
    grpc: pulumi("@grpc/grpc-js") as typeof Grpc,
    Empty: (pulumi("google-protobuf/google/protobuf/empty_pb") as { Empty: typeof Empty }).Empty,
    Struct: (pulumi("google-protobuf/google/protobuf/struct_pb") as { Struct: typeof Struct }).Struct,
    alias: proto("alias_pb") as typeof Alias,
    callback: proto("callback_pb") as typeof Callback,
    callbackService: proto("callback_grpc_pb") as typeof CallbackService,
    engine: proto("engine_pb") as typeof Engine,
    engineService: proto("engine_grpc_pb") as typeof EngineService,
    provider: proto("provider_pb") as typeof Provider,
    resource: proto("resource_pb") as typeof Resource,
    resourceService: proto("resource_grpc_pb") as typeof ResourceService,
  };
}

function sdkOf(file: string): string | undefined {
  try {
    return createRequire(file).resolve("@pulumi/pulumi/package.json");
  } catch {
    return undefined;
  }
}

/** No stack has messages that large; the default is 4 MB, which a resource with a file inside exceeds. */
export const MOST_BYTES = 400 * 1024 * 1024;
