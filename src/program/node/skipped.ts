/**
 * What a program would do with values that are not known here, and that the deployment will know: secrets, outputs of other
 * stacks, what data sources give. The SDK runs no function on an unknown value, so that what it would make is not seen.
 */
import { isAbsolute } from "node:path";
import { pathOf } from "./file-urls";

interface Known {
  readonly isKnown: Promise<boolean>;
  readonly allResources?: () => Promise<ReadonlySet<object>>;
}
type Apply = (this: Known, change: (value: unknown) => unknown, withUnknowns?: boolean) => unknown;

/** So much of a stack is kept to see who asked: this file, and what of the SDK may lie between. */
const FRAMES = 6;
/** The maps to the SDK's sources name files right below a folder of packages (`node_modules/@pulumi/output.ts`). */
const SDK = /[\\/]node_modules[\\/]@pulumi[\\/](?:(?:pulumi|alicloud)[\\/]|.*\.ts$)/;

/** From now on `tell` gets the place of each function that is not run for that reason, as `FILE:LINE`. `load`: modules of the SDK. */
export function noteSkipped(load: (name: string) => unknown, tell: (place: string) => void): void {
  const { Output } = load("output") as { readonly Output: { readonly prototype: { apply: Apply } } };
  const { StackReference } = load("stackReference") as { readonly StackReference: new () => object };
  const { apply } = Output.prototype;
  Output.prototype.apply = function (change, withUnknowns) {
    const result = apply.call(this, change, withUnknowns);
    if (withUnknowns === true) return result;
    const from = trace();
    void Promise.all([this.isKnown, this.allResources?.() ?? new Set<object>()]).then(
      ([isKnown, resources]) => {
        // What waits for a resource that is to be made, no preview knows either.
        if (isKnown || [...resources].some((one) => !(one instanceof StackReference))) return;
        const place = placeIn(from);
        if (place !== undefined) tell(place);
      },
      // Whoever waits for it is told.
      () => undefined,
    );
    return result;
  };
}

/** Where this was called; its text is made only when it is asked for. */
function trace(): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const error = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

/** The place in the program that asked; undefined where the SDK itself did. */
function placeIn({ stack = "" }: Error): string | undefined {
  const places = [...stack.matchAll(/(?:\(|at )([^()\s][^()]*?):(\d+):\d+\)?$/gm)].map(([, file = "", line = ""]) => ({
    file: pathOf(file),
    line,
  }));
  const asker = places.find(({ file }) => file !== __filename);
  return asker && isAbsolute(asker.file) && !SDK.test(asker.file) ? `${asker.file}:${asker.line}` : undefined;
}
