/** The page as its readers have it: with mouse, keyboard and screen reader, by day and night, on paper, without scripts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { LANGUAGES, render } from "../../src/messages";
import { describeBrowser, type Open } from "./browser";
import { largeReport, stackReport, written } from "./reports";

const axe = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** The columns of the table of findings. */
const COLUMN = { level: 0, domain: 2, finding: 3 } as const;

const cellsOf = (page: Page, column: number): Promise<string[]> =>
  page.locator(`#all tbody tr:visible td:nth-child(${column + 1})`).allTextContents();
const sortsOf = (page: Page): Promise<string[]> =>
  page.evaluate("Array.from(document.querySelectorAll('#all thead th'), (head) => head.getAttribute('aria-sort'))");
const countOf = (page: Page): Promise<string | null> => page.locator(".count").textContent();
const groundOf = (page: Page): Promise<string> =>
  page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
const sizeOf = async (page: Page): Promise<number> =>
  Number(await page.locator(".canvas svg").first().getAttribute("width"));

const noPolicy = { bypassCSP: true } as const;

function tests(open: Open): void {
  it.each(LANGUAGES)("opens without error, and asks the network for nothing: %s", async (language) => {
    const { page, wrong } = await open(written(stackReport("gpu-site", language)), "html");
    expect(await page.title()).toContain(render(language, "page.title"));
    expect(await page.locator("html").getAttribute("lang")).toBe(language === "zh" ? "zh-CN" : "en");
    expect(await page.locator("h1").textContent()).toBe(render(language, "page.title"));
    expect(await page.locator("article.finding").count()).toBe(6);
    expect(wrong).toEqual([]);
  });

  it("has a policy that lets nothing else in", async () => {
    const { page, wrong } = await open(written(stackReport("gpu-site")), "html");
    await page.evaluate(
      'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="http://127.0.0.1:9/x"><style>body{display:none}</style><p style="color:red" onclick="x()">\')',
    );
    expect(await page.locator("h1").isVisible()).toBe(true);
    for (const kind of ["img-src", "style-src", "script-src"]) {
      const told = wrong.filter((one) => one.includes("Content Security Policy") && one.includes(kind));
      expect(told.length, kind).toBeGreaterThan(0);
    }
  });

  it("sorts by mouse and by keyboard", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html");
    const before = await cellsOf(page, COLUMN.domain);
    await page.locator("#all th button").nth(COLUMN.domain).click();
    expect(await sortsOf(page)).toEqual(["none", "none", "ascending", "none", "none"]);
    const sorted = await cellsOf(page, COLUMN.domain);
    expect(sorted).toEqual([...before].sort((one, other) => one.localeCompare(other)));
    expect(sorted).not.toEqual(before);
    await page.keyboard.press("Enter");
    expect(await sortsOf(page)).toEqual(["none", "none", "descending", "none", "none"]);
    expect(await cellsOf(page, COLUMN.domain)).toEqual([...sorted].sort((one, other) => other.localeCompare(one)));
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    expect(await sortsOf(page)).toEqual(["ascending", "none", "none", "none", "none"]);
    expect((await cellsOf(page, COLUMN.level))[0]).toBe("mandatory");
  });

  it("filters by mouse and by keyboard, and says how many are left", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html");
    expect(await countOf(page)).toBe("6 of 6 findings shown");
    await page.getByLabel("Search").focus();
    await page.keyboard.type("STAGING served");
    expect(await countOf(page)).toBe("2 of 6 findings shown");
    await page.getByLabel("State").selectOption("waived");
    expect(await countOf(page)).toBe("1 of 6 findings shown");
    expect((await cellsOf(page, COLUMN.finding))[0]).toContain("staging.example.com");
    await page.getByRole("button", { name: "Reset" }).press("Enter");
    await expect.poll(() => countOf(page)).toBe("6 of 6 findings shown");
    await page.locator("select[name=level]").selectOption("mandatory");
    expect(await cellsOf(page, COLUMN.level)).toEqual(["mandatory"]);
    expect(await page.locator(".count").getAttribute("aria-live")).toBe("polite");
  });

  it("stays usable with 2,000 findings", async () => {
    const { page, wrong } = await open(written(largeReport(2000)), "html");
    expect(await countOf(page)).toBe("2000 of 2000 findings shown");
    await page.getByLabel("Search").fill("domain-7.com");
    expect(await countOf(page)).toBe("40 of 2000 findings shown");
    expect(await page.locator("#all tbody tr:visible").count()).toBe(40);
    await page.getByLabel("Search").fill("");
    await page.locator("select[name=verdict]").selectOption("undetermined");
    await page.locator("select[name=standing]").selectOption("open");
    expect(await countOf(page)).toBe("200 of 2000 findings shown");
    await page.locator("#all th button").nth(COLUMN.finding).click();
    expect((await cellsOf(page, COLUMN.finding))[0]).toContain("host-5.domain-5.com");
    await page.locator("#all tbody tr:visible a").first().click();
    await expect
      .poll(() => page.evaluate("document.querySelector(':target').getBoundingClientRect().top"))
      .toBeLessThan(900);
    expect(wrong).toEqual([]);
  });

  it("enlarges and reduces pictures, by buttons and by keys", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html");
    const size = await sizeOf(page);
    await page.getByRole("button", { name: "Enlarge" }).first().click();
    expect(await sizeOf(page)).toBe(Math.round(size * 1.25));
    await page.locator(".canvas").first().focus();
    await page.keyboard.press("0");
    expect(await sizeOf(page)).toBe(size);
    await page.keyboard.press("-");
    expect(await sizeOf(page)).toBe(Math.round(size / 1.25));
  });

  it("copies lines to paste as they are", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const lines = await page.locator(".snippet code").first().textContent();
    const button = page.locator(".snippet button").first();
    await button.click();
    await expect.poll(() => button.textContent()).toBe("Copied");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(lines);
    expect(lines).toContain("\n");
  });

  it("is whole without scripts, and shows nothing that needs them", async () => {
    const { page, wrong } = await open(written(stackReport("gpu-site")), "html", { javaScriptEnabled: false });
    expect(await page.locator("#all tbody tr").count()).toBe(6);
    for (const hidden of [".filter", ".count", ".zoom", ".copy", ".sort"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    for (const shown of [
      "#all thead th >> nth=0",
      ".canvas svg >> nth=0",
      ".snippet pre >> nth=0",
      "#register table >> nth=0",
    ])
      expect(await page.locator(shown).isVisible(), shown).toBe(true);
    expect((await page.locator("#all thead th").first().innerText()).trim()).toBe("Level");
    expect(wrong).toEqual([]);
  });

  it("is light, dark, and light on paper, where everything is open and nothing is to be pressed", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html", { colorScheme: "light" });
    expect(await groundOf(page)).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await groundOf(page)).toBe("rgb(18, 22, 27)");
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    expect(await groundOf(page)).toBe("rgb(255, 255, 255)");
    for (const hidden of [".filter", ".count", ".zoom", ".copy", ".sort", "nav", ".skip"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.locator("details table").first().isVisible()).toBe(true);
    expect((await page.pdf({ format: "A4" })).subarray(0, 4).toString()).toBe("%PDF");
  });

  it("fits into a narrow window: only tables and pictures are wider, and those scroll", async () => {
    const { page } = await open(written(stackReport("gpu-site")), "html", { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  });

  it("begins with a way to the findings, and has its headings in order", async () => {
    const { page } = await open(written(stackReport("alb-hosts")), "html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#findings");
    expect(await page.locator(".skip").boundingBox()).toMatchObject({ x: expect.any(Number) as number });
    const levels = await page.evaluate<number[]>(
      "Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6'), ({ tagName }) => Number(tagName[1]))",
    );
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });

  it.each((["light", "dark"] as const).flatMap((scheme) => LANGUAGES.map((language) => [scheme, language] as const)))(
    "is accessible: %s, %s",
    async (colorScheme, language) => {
      for (const stack of ["gpu-site", "terraform-module", "alb-hosts"]) {
        const { page } = await open(written(stackReport(stack, language)), "html", { colorScheme, ...noPolicy });
        await page.locator("summary").first().click();
        await page.evaluate(axe);
        const { violations } = await page.evaluate<{
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        }>("axe.run()");
        const told = violations.map(
          ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200) ?? ""}`,
        );
        expect(told, stack).toEqual([]);
      }
    },
  );
}

describeBrowser("the page of a report", tests);
