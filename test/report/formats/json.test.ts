import { expect, it } from "vitest";
import { json } from "../../../src/report/formats/json";
import { reportSchema } from "../../../src/report/schema";
import { dnsRecord, plain, reportWith, waived } from "../example";

it("gives the report as it is, on lines of two spaces, with a newline at the end", () => {
  const report = reportWith([dnsRecord, waived]);
  const text = json(report, plain);
  expect(JSON.parse(text)).toEqual(report);
  expect(reportSchema.safeParse(JSON.parse(text)).success).toBe(true);
  expect(text.startsWith('{\n  "schemaVersion": 1,\n')).toBe(true);
  expect(text.endsWith("}\n")).toBe(true);
});
