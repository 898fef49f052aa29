import { describe, expect, it } from "vitest";
import type { Output } from "../../src/cli/io";
import { hasLinks } from "../../src/cli/terminal";

const screen = (isTTY: boolean): Output => ({ write: () => undefined, isTTY });

describe("links in a terminal", () => {
  it.each<[Readonly<Record<string, string>>, boolean]>([
    [{}, false],
    [{ TERM: "xterm-256color" }, false],
    [{ TERM_PROGRAM: "iTerm.app" }, true],
    [{ TERM_PROGRAM: "Apple_Terminal" }, false],
    [{ TERM: "xterm-kitty" }, true],
    [{ WT_SESSION: "1d2c" }, true],
    [{ VTE_VERSION: "6800" }, true],
    [{ VTE_VERSION: "4999" }, false],
    [{ VTE_VERSION: "new" }, false],
    [{ TERM_PROGRAM: "vscode", TERM: "dumb" }, false],
    [{ TERM_PROGRAM: "vscode", CI: "true" }, false],
  ])("are there as far as it tells: %o", (env, has) => {
    expect(hasLinks(screen(true), env)).toBe(has);
    expect(hasLinks(screen(false), env)).toBe(false);
  });

  it.each<[string, boolean]>([
    ["1", true],
    ["true", true],
    ["0", false],
    ["false", false],
  ])("are there where FORCE_HYPERLINK=%s says so", (FORCE_HYPERLINK, has) => {
    for (const isTTY of [true, false])
      expect(hasLinks(screen(isTTY), { FORCE_HYPERLINK, TERM_PROGRAM: "vscode" })).toBe(has);
  });
});
