/**
 * Runs the programs of pages in this process, as a preview would: what they register goes to a monitor that keeps it, and
 * nothing is known of a resource but its inputs. Gives what `pulumi preview --json` would say.
 */
import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import type * as Pulumi from "@pulumi/pulumi";
import { transformSync } from "esbuild";
import { UNKNOWN_STRING } from "../../src/plan/raw";

const load = createRequire(__filename);

/** What a program asks the monitor for; its classes are generated and have no types. */
interface Request {
  getType: () => string;
  getName: () => string;
  getCustom: () => boolean;
  getProvider: () => string;
  getParent: () => string;
  getObject: () => { toJavaScript: () => Record<string, unknown> };
  getDependenciesList: () => string[];
  getPropertydependenciesMap: () => {
    forEach: (visit: (one: { getUrnsList: () => string[] }, property: string) => void) => void;
  };
}
interface Monitor {
  registerResource: (request: Request, answered: (error: unknown, response: unknown) => void) => Promise<void>;
}

const PROJECT = "web";
const STACK = "dev";
const DEFAULT = `urn:pulumi:${STACK}::${PROJECT}::pulumi:providers:alicloud::default_3_108_0::${UNKNOWN_STRING}`;

/** A resource as a preview says that it will be. */
export interface Registered {
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a program registers, and the preview of it. */
export interface Ran {
  readonly registered: readonly Registered[];
  readonly preview: Buffer;
}

/** Runs a program of `alicloud` and `pulumi` with the region of the stack's configuration. */
export async function run(program: string, region: string): Promise<Ran> {
  const pulumi = load("@pulumi/pulumi") as typeof Pulumi;
  const alicloud = load("@pulumi/alicloud") as unknown;
  // What another program gives out is not known in a preview.
  const state = (type: string) => (type === "pulumi:pulumi:StackReference" ? { outputs: UNKNOWN_STRING } : {});
  await pulumi.runtime.setMocks(
    { newResource: ({ type }) => ({ id: undefined, state: state(type) }), call: () => ({}) },
    PROJECT,
    STACK,
    true,
  );
  const runtime = pulumi.runtime as unknown as { getMonitor: () => Monitor; waitForRPCs: () => Promise<void> };
  const monitor = runtime.getMonitor();
  const steps: { op: string; urn: string; newState: Registered & { urn: string } }[] = [];
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, answered) => {
    const newState = stateOf(request);
    steps.push({ op: "create", urn: newState.urn, newState });
    return register(request, answered);
  };
  const { code } = transformSync(program, { loader: "ts", format: "cjs" });
  const main = compileFunction(code, ["alicloud", "pulumi"]) as (alicloud: unknown, pulumi: typeof Pulumi) => void;
  main(alicloud, pulumi);
  await runtime.waitForRPCs();
  const preview = { config: { "alicloud:region": region }, steps, changeSummary: { create: steps.length } };
  return { registered: steps.map(({ newState }) => newState), preview: Buffer.from(JSON.stringify(preview)) };
}

function stateOf(request: Request): Registered & { readonly urn: string } {
  const type = request.getType();
  const isAlicloud = type.startsWith("alicloud:");
  const propertyDependencies: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((one, property) => {
    propertyDependencies[property] = one.getUrnsList();
  });
  const provider = request.getProvider() || (isAlicloud ? DEFAULT : "");
  return {
    urn: `urn:pulumi:${STACK}::${PROJECT}::${type}::${request.getName()}`,
    type,
    ...{ custom: request.getCustom(), dependencies: request.getDependenciesList(), propertyDependencies },
    inputs: request.getObject().toJavaScript(),
    ...(provider === "" ? {} : { provider }),
  };
}
