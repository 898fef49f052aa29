import { describe, expect, it } from "vitest";
import { azure } from "../../../src/report/formats/azure";
import { HOSTILE, wrongIn } from "../../support/harmless";
import { PAGES, cdnUndetermined, dnsRecord, limited, plain, reportOfEverything, reportWith, waived } from "../example";

describe("issues of Azure", () => {
  it("are errors and warnings, then the result", () => {
    expect(azure(reportWith([dnsRecord, cdnUndetermined, waived]), plain).split("\n")).toEqual([
      `##vso[task.logissue type=error;sourcepath=index.ts;linenumber=12;columnnumber=3;code=icp-dns-record;]${dnsRecord.message}%0Ado: File example.com first.%0Apage: ${PAGES}/icp-dns-record.md`,
      `##vso[task.logissue type=warning;sourcepath=Pulumi.yaml;linenumber=1;columnnumber=1;code=icp-cdn-coverage;]${cdnUndetermined.message}%0Ado: Check by hand what cannot be told here.%0Apage: ${PAGES}/icp-cdn-coverage.md`,
      "1 mandatory, 1 advisory, 1 waived",
      "",
    ]);
  });

  it("warn first of what was not judged", () => {
    const lines = azure(reportWith([dnsRecord], { limits: limited }), plain).split("\n");
    expect(lines.slice(0, 4)).toEqual(
      limited.slice(1).map(({ message }) => `##vso[task.logissue type=warning]${message}`),
    );
    expect(lines[4]).toContain("type=error;");
  });

  it("escape what would end a command or a property", () => {
    const finding = { ...dnsRecord, message: "50% %0A", position: { file: "a;b]c%.ts", line: 1, column: 1 } };
    const text = azure(reportWith([finding]), plain);
    expect(text).toContain(";sourcepath=a%3Bb%5Dc%AZP25.ts;");
    expect(text).toContain(";]50%AZP25 %AZP250A%0A");
  });

  it("cannot be begun by a hostile text", () => {
    const text = azure(reportOfEverything(`\n##vso[task.setvariable variable=a]b${HOSTILE}`), plain);
    expect(wrongIn(text, "azure")).toEqual([]);
    expect(text.split("\n")).toHaveLength(azure(reportOfEverything(), plain).split("\n").length);
  });

  it("are none, quietly, where nothing fails", () => {
    expect(azure(reportWith([cdnUndetermined]), { ...plain, quiet: true })).toBe("");
  });
});
