/** What the installed SDK of Alibaba Cloud knows. */
import { sdkTypes } from "../../scripts/sdk";

/** The inputs and outputs of a resource type; empty when the SDK has no such type. */
export const sdkProperties = (token: string): ReadonlySet<string> =>
  new Set([...(sdkTypes().get(token) ?? [])].filter((path) => !path.includes(".")));
