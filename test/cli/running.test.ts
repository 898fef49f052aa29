import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Progress } from "../../src/cli/io";
import { Running } from "../../src/cli/running";
import type { Language } from "../../src/messages";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is on the line of a terminal, and who writes there. */
function onTerminal(language: Language = "en", isTTY = true) {
  let shown = "";
  const stderr = { isTTY, write: (text: string) => (shown = text.replace("\r\u001b[K", "")) };
  const running = new Running(new Progress({ stderr, language }, true), () => Date.now());
  return { running, shown: () => shown };
}

it("tells which program is run, and from the second second on for how long", () => {
  const { running, shown } = onTerminal();
  running.began("infra");
  expect(shown()).toBe("Running infra…");
  vi.advanceTimersByTime(1_000);
  expect(shown()).toBe("Running infra…");
  vi.advanceTimersByTime(2_000);
  expect(shown()).toBe("Running infra (3 s)…");
  running.stop();
  vi.advanceTimersByTime(5_000);
  expect(shown()).toBe("Running infra (3 s)…");
});

it("tells of several the one that takes longest", () => {
  const { running, shown } = onTerminal("zh");
  running.began("network");
  vi.advanceTimersByTime(2_000);
  running.began("shop");
  vi.advanceTimersByTime(1_000);
  expect(shown()).toBe("正在运行 network（3 秒）…");
  running.ended("network");
  vi.advanceTimersByTime(1_000);
  expect(shown()).toBe("正在运行 shop（2 秒）…");
  running.stop();
});

it("tells nothing where there is no terminal", () => {
  const { running, shown } = onTerminal("en", false);
  running.began("infra");
  vi.advanceTimersByTime(9_000);
  expect(shown()).toBe("");
  running.stop();
});
