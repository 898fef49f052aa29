import { planOf, ref } from "../support/plan";
import { filed, register, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, web } from "../support/stacks";

const site = planOf([cdn("site")]);
const server = planOf([...web, instance("server"), record("www", ref("server"))]);
const others = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"];
const own =
  "icp-domain-registrar violation example.com: icp-domain-registrar.unnamed [transfer-domain] at site and filings[0].registration.approvedRegistrar";
const registration = (more: string, status = "unfiled") =>
  register(
    `filings: [{ domain: example.com, status: ${status}, entity: acme, registration: { realName: verified, realNameAt: 2024-01-01, holder: acme, expiresOn: 2028-01-01${more} } }]\n`,
  );

ruleTester("icp-domain-registrar", {
  violations: {
    "a registrar that is not approved": [
      site,
      registration(", registrar: godaddy, approvedRegistrar: false"),
      [
        ...others,
        "icp-domain-registrar violation example.com: icp-domain-registrar [transfer-domain] at site and filings[0].registration.approvedRegistrar",
      ],
      [
        "example.com must be filed, and its registrar godaddy is not approved by the MIIT",
        "- Transfer example.com to a registrar that the MIIT approved.",
        "by F-31",
        "site (hosts)",
      ],
    ],
    "unnamed, and the first filing is pending": [
      site,
      registration(", approvedRegistrar: false", "pending-initial"),
      ["icp-filing-pending violation www.example.com", "icp-server-missing violation example.com", own],
      [
        "example.com must be filed, and its registrar is not approved by the MIIT",
        "- Transfer example.com to a registrar that the MIIT approved.",
        "by F-31",
        "site (hosts)",
      ],
    ],
    "access must be added": [
      server,
      filed(
        "example.com",
        "accessProviders: [{ name: huawei }], entity: acme, registration: { approvedRegistrar: false, realName: verified, realNameAt: 2024-01-01, holder: acme, expiresOn: 2028-01-01 }",
      ),
      [
        "icp-access-provider violation www.example.com",
        "icp-domain-registrar violation example.com: icp-domain-registrar.unnamed [transfer-domain] at www-record and filings[0].registration.approvedRegistrar",
      ],
    ],
  },
  satisfied: {
    "an approved registrar": [site, registration(", approvedRegistrar: true"), others],
  },
  undetermined: {
    "whether it is approved is not said": [
      site,
      registration(", registrar: somebody"),
      [
        ...others,
        "icp-domain-registrar undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].registration.approvedRegistrar",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say registration.approvedRegistrar of example.com",
        "- Say registration.approvedRegistrar of example.com in icp.yaml.",
        "by F-31",
        "site (hosts)",
      ],
    ],
  },
  silent: {
    "the register has no such section": [
      site,
      register("filings: [{ domain: example.com, status: unfiled }]\n"),
      others,
    ],
    "filed already": [site, registration(", approvedRegistrar: false", "active"), []],
    "a CDN domain asks for no further access provider": [
      site,
      filed(
        "example.com",
        "accessProviders: [{ name: huawei }], entity: acme, registration: { approvedRegistrar: false, holder: acme, expiresOn: 2028-01-01 }",
      ),
      [],
    ],
  },
});
