/** Whoever writes a plan or a register chooses names; in the page they are shown, and do nothing. */
import { expect, it } from "vitest";
import { plainLine } from "../../src/base/plain";
import { drawn } from "../../src/report/picture";
import { describeBrowser } from "./browser";
import { HOSTILE, hostileReport, written } from "./reports";

/** What only markup of somebody else's could have made. */
const FOREIGN = "img, iframe, object, [onerror], [onclick], script:not(:last-of-type), body style, main script";

describeBrowser("hostile names", (open) => {
  it.each([true, false])("are text in the page, with scripts: %s", async (javaScriptEnabled) => {
    const { page, wrong } = await open(written(hostileReport()), "html", { javaScriptEnabled });
    expect(await page.locator(FOREIGN).count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    const text = (await page.locator("body").textContent()) ?? "";
    for (const name of HOSTILE) expect(text.includes(plainLine(name)), name.slice(0, 40)).toBe(true);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(wrong).toEqual([]);
  });

  it("wrap, however long they are", async () => {
    for (const width of [1200, 400]) {
      const { page } = await open(written(hostileReport()), "html", { viewport: { width, height: 900 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    }
  });

  it("keep their direction to themselves", async () => {
    const { page } = await open(written(hostileReport()), "html");
    const marks = await page.evaluate<number>(
      "document.body.textContent.match(/[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]/g)?.length ?? 0",
    );
    expect(marks).toBe(0);
    expect(await page.locator("h4 > bdi").count()).toBe(await page.locator("h4").count());
  });

  it("are filtered by as any other", async () => {
    const { page, wrong } = await open(written(hostileReport()), "html");
    const select = page.locator("select[name=domain]");
    const choices = await select.locator("option").count();
    expect(choices).toBeGreaterThan(4);
    for (let index = 1; index < choices; index++) {
      await select.selectOption({ index });
      expect(await page.locator("#all tbody tr:visible").count()).toBeGreaterThan(0);
    }
    await select.selectOption("*");
    await page.getByLabel("Search").fill("onerror=alert(2)");
    const found = page.locator("#all tbody tr:visible");
    for (const text of await found.allTextContents()) expect(text).toContain("onerror=alert(2)");
    const all = await page.locator("#all tbody tr").count();
    expect(await found.count()).toBeGreaterThan(0);
    expect(await found.count()).toBeLessThan(all);
    expect(wrong).toEqual([]);
  });

  it("are text in a picture that stands alone", async () => {
    const { page, wrong } = await open(drawn(hostileReport(), "svg", "en"), "svg");
    expect(await page.locator("script, image, foreignObject, a").count()).toBe(0);
    expect(await page.locator("title").first().textContent()).toContain("How hosts of");
    const text = (await page.locator("svg").first().textContent()) ?? "";
    for (const name of HOSTILE) expect(text.includes(plainLine(name)), name.slice(0, 40)).toBe(true);
    expect(wrong).toEqual([]);
  });
});
