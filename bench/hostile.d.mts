/** A planned resource, as the makers of plans give it. */
interface PlannedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}
type Maker = (count: number) => readonly PlannedResource[];

export function preview(resources: readonly PlannedResource[]): unknown;
export const diamonds: Maker;
export const backends: Maker;
export const oneId: Maker;
export const nested: Maker;
export function unknownKeys(count: number): string;
