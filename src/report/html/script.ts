/**
 * What the page does when scripts run: sort, filter, enlarge, copy. The function is put into the page as its own source, so
 * it uses nothing but what is in it and what a browser has. Without it the whole report is there all the same.
 */

/** As much of an element as is used here; the sources know no browser. */
interface Item {
  textContent: string;
  hidden: boolean;
  value: string;
  open: boolean;
  readonly className: string;
  readonly scrollHeight: number;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly parentElement: Item | null;
  readonly elements: Readonly<Record<string, Item>>;
  addEventListener(type: string, listener: (event: Happening) => void): void;
  append(...items: Item[]): void;
  closest(selector: string): Item | null;
  focus(): void;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Item | null;
  querySelectorAll(selector: string): Iterable<Item>;
}
interface Happening {
  readonly key: string;
  readonly target: Item;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  preventDefault(): void;
}
interface Chosen {
  selectAllChildren(item: Item): void;
  removeAllRanges(): void;
}
interface Page extends Item {
  readonly documentElement: Item;
  execCommand(command: "copy"): boolean;
}
interface Browser {
  readonly navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
  addEventListener(type: string, listener: () => void): void;
  getSelection(): Chosen | null;
  setTimeout(then: () => void, milliseconds: number): number;
}

/** Brings a page to life. */
function enliven(page: Page, browser: Browser): void {
  const all = (selector: string, within: Item = page): Item[] => Array.from(within.querySelectorAll(selector));
  page.documentElement.setAttribute("class", "scripted");
  table();
  pictures();
  copying();
  // On paper everything is open, and then as it was.
  let closed: Item[] = [];
  browser.addEventListener("beforeprint", () => {
    closed = all("details").filter(({ open }) => !open);
    for (const one of closed) one.open = true;
  });
  browser.addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });

  function table(): void {
    const body = page.querySelector("#all tbody");
    const form = page.querySelector("form.filter");
    const count = page.querySelector(".count");
    if (!body || !form || !count) return;
    const rows = all("tr", body).map((row) => ({
      row,
      text: row.textContent.toLowerCase(),
      cells: all("td", row).map((cell) => cell.dataset["key"] ?? cell.textContent),
    }));
    const heads = all("#all th");
    heads.forEach((head, column) => {
      head.querySelector("button")?.addEventListener("click", () => {
        const falls = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const order = new Intl.Collator(undefined, { numeric: true });
        // What is equal stays in the order of the report, whichever way it is sorted.
        const sorted = [...rows].sort((one, other) => {
          const by = order.compare(one.cells[column] ?? "", other.cells[column] ?? "");
          return falls ? -by : by;
        });
        body.append(...sorted.map(({ row }) => row));
      });
    });
    const choices = ["level", "verdict", "domain", "standing"];
    const filter = (): void => {
      const words = (form.elements["text"]?.value ?? "").toLowerCase().split(/\s+/);
      const wanted = choices.map((name) => [name, form.elements[name]?.value ?? "*"] as const);
      let shown = 0;
      for (const { row, text } of rows) {
        const fits =
          wanted.every(([name, value]) => value === "*" || row.dataset[name] === value) &&
          words.every((word) => text.includes(word));
        if (row.hidden === fits) row.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = (count.dataset["text"] ?? "").replace("#", String(shown));
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    // The fields are emptied only after this.
    form.addEventListener("reset", () => browser.setTimeout(filter, 0));
    // A browser may have kept what was typed before.
    filter();
  }

  function pictures(): void {
    for (const drawing of all(".drawing")) {
      const picture = drawing.querySelector("svg");
      const canvas = drawing.querySelector(".canvas");
      if (!picture || !canvas) continue;
      const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name))) as [number, number];
      let scale = 1;
      const zoom = (how: string): void => {
        const next = how === "in" ? scale * 1.25 : how === "out" ? scale / 1.25 : 1;
        scale = Math.min(8, Math.max(0.1, next));
        picture.setAttribute("width", String(Math.round(width * scale)));
        picture.setAttribute("height", String(Math.round(height * scale)));
      };
      for (const button of all("[data-zoom]", drawing))
        button.addEventListener("click", () => {
          zoom(button.dataset["zoom"] ?? "reset");
        });
      const keys: Readonly<Record<string, string>> = { "+": "in", "=": "in", "-": "out", "0": "reset" };
      canvas.addEventListener("keydown", (event) => {
        const how = keys[event.key];
        if (how === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        zoom(how);
      });
    }
  }

  function copying(): void {
    for (const button of all("button.copy")) {
      const lines = button.parentElement?.querySelector("code");
      const label = button.textContent;
      if (!lines) continue;
      const say = (): void => {
        button.textContent = button.dataset["done"] ?? "";
        browser.setTimeout(() => {
          button.textContent = label;
        }, 2000);
      };
      // A page that was opened from a file may have no clipboard; then the lines are at least chosen.
      const choose = (): void => {
        browser.getSelection()?.selectAllChildren(lines);
        if (page.execCommand("copy")) say();
      };
      button.addEventListener("click", () => {
        const { clipboard } = browser.navigator;
        if (clipboard) clipboard.writeText(lines.textContent).then(say, choose);
        else choose();
      });
    }
  }
}

/** The script of the page. Whoever compiles the function may indent it by tabs, which no text here has. */
export const scriptOf = (): string => `(${String(enliven).replaceAll("\t", " ")})(document, window);`;
