/** Pictures as a browser draws them, and as Mermaid reads them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { LANGUAGES } from "../../src/messages";
import { drawn } from "../../src/report/picture";
import { stackNames } from "../stacks/stacks";
import { describeBrowser } from "./browser";
import { hostileReport, largeReport, stackReport } from "./reports";

const mermaid = readFileSync(join("node_modules", "mermaid", "dist", "mermaid.min.js"), "utf8");

/** Boxes whose text is wider than they are, and boxes that lie on each other. */
const MESS = `(() => {
  const boxes = [...document.querySelectorAll("g.node")];
  const of = (box) => box.querySelector("rect.box").getBoundingClientRect();
  const wide = boxes.filter((box) => [...box.querySelectorAll("text")].some((text) => text.getBoundingClientRect().right > of(box).right));
  const over = boxes.filter((box, at) => boxes.slice(at + 1).some((other) => {
    const [a, b] = [of(box), of(other)];
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }));
  return [...wide, ...over].map((box) => box.textContent.trim());
})()`;

const messOf = (page: Page): Promise<string[]> => page.evaluate<string[]>(MESS);

describeBrowser("pictures", (open) => {
  it.each(LANGUAGES)(
    "open alone without error, with every text in its box: %s",
    { timeout: 240_000 },
    async (language) => {
      for (const name of stackNames) {
        const { page, wrong } = await open(drawn(stackReport(name, language), "svg", language), "svg");
        expect({ wrong, mess: await messOf(page) }, name).toEqual({ wrong: [], mess: [] });
        await page.context().close();
      }
    },
  );

  it("of many hosts fit as well", async () => {
    const { page, wrong } = await open(drawn(largeReport(400), "svg", "en", ["domain-1.com"]), "svg");
    expect({ wrong, mess: await messOf(page) }).toEqual({ wrong: [], mess: [] });
  });

  it("follow what the reader's system asks for", async () => {
    const { page } = await open(drawn(stackReport("alb-hosts"), "svg", "en"), "svg", { colorScheme: "light" });
    const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.querySelector('.ground')).fill");
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe("rgb(18, 22, 27)");
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
  });

  it("are flowcharts that Mermaid reads, and draws with the names as they are", { timeout: 120_000 }, async () => {
    const { page } = await open("<!doctype html><div id=there></div>", "html");
    await page.addScriptTag({ content: mermaid });
    await page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 1e6 })");
    const samples = [...stackNames.map((name) => stackReport(name)), hostileReport(), largeReport(500)];
    for (const report of samples) {
      const text = drawn(report, "mermaid", "zh");
      expect(await page.evaluate(`mermaid.parse(${JSON.stringify(text)})`), text).toMatchObject({
        diagramType: expect.stringMatching(/^flowchart/) as string,
      });
    }
    const text = drawn(stackReport("alb-hosts"), "mermaid", "en");
    const shown = await page.evaluate<string>(
      `mermaid.render("drawn", ${JSON.stringify(text)}).then(({ svg }) => { there.innerHTML = svg; return there.textContent; })`,
    );
    expect(shown).toContain("✕ www.example.com");
    expect(shown).toContain("in the mainland (cn-shenzhen)");
  });
});
