import { expect, test } from "vitest";
import { dataServices } from "../../src/alicloud/data-services";
import { planOf } from "../support/plan";
import { contributed } from "./contributed";

test.each(Object.keys(dataServices))("%s contributes nothing", (type) => {
  const inputs = { domain: "img.example.com", domainName: "mail.example.com", enablePublic: true };
  expect(contributed(dataServices, planOf([{ type, inputs }]))).toEqual([]);
});
