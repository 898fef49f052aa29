/** The gate in front of every test that opens a page in a real browser. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, describe } from "vitest";
import { findBrowser } from "../../scripts/browser.cjs";

/** How long a test may take: to start the browser takes some seconds where several share a machine. */
const TIMEOUT = 60_000;

/** What a page did that it should not do. */
export interface Opened {
  readonly page: Page;
  /** Errors of scripts, of the console and of the content security policy, and everything that was asked of the network. */
  readonly wrong: readonly string[];
}

/** Opens a text as a file of this ending. */
export type Open = (text: string, ending: "html" | "svg", options?: BrowserContextOptions) => Promise<Opened>;

/**
 * A group of tests that need a browser. Where there is none it is skipped and says why; with ICP_BROWSER_REQUIRED=1 it fails.
 */
export function describeBrowser(name: string, tests: (open: Open) => void): void {
  const binary = findBrowser();
  if (binary === undefined) {
    const message = "no Chromium on PATH, and CHROMIUM names none";
    if (process.env["ICP_BROWSER_REQUIRED"] === "1") throw new Error(message);
    console.warn(`${name}: skipped, ${message}`);
  }
  const opener = openerOf(binary);
  describe.skipIf(binary === undefined)(name, { timeout: TIMEOUT }, () => {
    afterAll(opener.close);
    tests(opener.open);
  });
}

function openerOf(binary: string | undefined): { readonly open: Open; readonly close: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), "icp-pages-"));
  let browser: Promise<Browser> | undefined;
  let files = 0;
  const start = (): Promise<Browser> =>
    chromium.launch({
      ...(binary !== undefined && { executablePath: binary }),
      // As root, which is who runs tests in a container, it has no sandbox; the pages are our own.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
  return {
    open: async (text, ending, options = {}) => {
      browser ??= start();
      const context = await (await browser).newContext({ viewport: { width: 1200, height: 900 }, ...options });
      const page = await context.newPage();
      const wrong: string[] = [];
      const file = join(folder, `page-${++files}.${ending}`);
      const address = pathToFileURL(file).href;
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("dialog", (dialog) => {
        wrong.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        const url = request.url().replace(/#.*$/, "");
        if (url !== address) wrong.push(`request: ${url}`);
      });
      writeFileSync(file, text);
      await page.goto(address);
      return { page, wrong };
    },
    close: async () => {
      await (await browser)?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
