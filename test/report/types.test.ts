import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type { reportSchema } from "../../src/report/schema";
import type { Report } from "../../src/report/types";

/** A type with everything in it read-only, and without names: what two ways of writing it have in common. */
type Plain<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Plain<T[K]> };

describe("the types of the report", () => {
  it("say what its schema says, neither more nor less", () => {
    expectTypeOf<Plain<Report>>().toEqualTypeOf<Plain<z.infer<typeof reportSchema>>>();
  });
});
