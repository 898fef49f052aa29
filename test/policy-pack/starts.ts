/** Packs for the tests of a file, in one process; each is stopped when the next one starts. */
import { afterAll } from "vitest";
import { PackDriver, PackHost, type PackOptions } from "../support/pack-driver";

export function starter(): (options?: PackOptions) => Promise<PackDriver> {
  let host: PackHost | undefined;
  let pack: PackDriver | undefined;
  afterAll(() => {
    pack?.stop();
    host?.close();
  });
  return async (options = {}) => {
    pack?.stop();
    host ??= new PackHost();
    return (pack = await PackDriver.start({ host, ...options }));
  };
}
