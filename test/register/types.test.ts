import { describe, expectTypeOf, it } from "vitest";
import type { z } from "zod/mini";
import type { registerSchema } from "../../src/register/schema";
import type { RegisterContent, RegisterDocument } from "../../src/register/types";

type Schema = ReturnType<typeof registerSchema>;
/** A type without names: what two ways of writing it have in common. */
type Plain<T> = T extends string | number | boolean | null | undefined ? T : { [K in keyof T]: Plain<T[K]> };

describe("the types of the register", () => {
  it("say what its schema makes of a register, neither more nor less", () => {
    expectTypeOf<Plain<RegisterContent>>().toEqualTypeOf<Plain<z.output<Schema>>>();
  });

  it("say what its schema takes, neither more nor less", () => {
    expectTypeOf<Plain<RegisterDocument>>().toEqualTypeOf<Plain<z.input<Schema>>>();
  });
});
