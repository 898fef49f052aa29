import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, group, instance, opens } from "../support/stacks";

const site = planOf([cdn("site")]);
const server = planOf([group(), opens("22/22"), instance("server")]);
const own = "icp-account-entity violation example.com: icp-account-entity [own-account] at site and filings[0].account";
const declared = (accounts: string, ...filings: string[]) =>
  register(
    `accounts: [${accounts}]\nfilings: [${filings.map((filing) => `{ status: active, ${filing} }`).join(", ")}]\n`,
  );
const ONE = '{ id: "1", site: china }';
const bought = (more: string) =>
  declared(
    `${ONE}, { id: "2", site: china }`,
    `domain: example.com, account: "1", servers: [{ product: ecs, ${more} }]`,
  );

ruleTester("icp-account-entity", {
  violations: {
    "two entities through one account": [
      site,
      declared(
        ONE,
        'domain: example.com, account: "1", entity: acme',
        'domain: example.net, account: "1", entity: other',
      ),
      [own],
      [
        "example.com is filed by acme through account 1, which also files for other",
        "- File for each entity with an account of its own.",
        "by F-27",
        "site (hosts)",
      ],
    ],
    "the account's entity is another": [
      site,
      declared('{ id: "1", entity: other }', 'domain: example.com, account: "1", entity: acme'),
      [own],
    ],
    "a server of another account": [
      server,
      bought('account: "2", resource: "*::server"'),
      [
        "icp-account-entity violation example.com: icp-account-entity.server [service-code] at server and filings[0].servers[0].account",
      ],
      [
        "server, with which example.com is filed, was bought by account 2, and account 1 files without a service code of that one",
        "- Get a service code from account 2, and say in icp.yaml: serviceCode: true.",
        "by F-27",
        "server (entry)",
      ],
    ],
    "a server of another account, without code": [
      server,
      bought('account: "2", resource: "*::server", serviceCode: false'),
      [
        "icp-account-entity violation example.com: icp-account-entity.server [service-code] at server and filings[0].servers[0].account",
      ],
    ],
    "a server of this stack that is not shown": [
      planOf([]),
      bought('account: "2", stack: "web/dev", expiresOn: 2028-01-01'),
      [
        "icp-account-entity violation example.com: icp-account-entity.server [service-code] at filings[0].servers[0].account",
      ],
    ],
  },
  satisfied: {
    "one entity": [
      site,
      declared(
        ONE,
        'domain: example.com, account: "1", entity: acme',
        'domain: example.net, account: "1", entity: acme',
      ),
      [],
    ],
    "a server of the same account": [server, bought('account: "1", resource: "*::server"'), []],
    "a server of another account, with code": [
      server,
      bought('account: "2", resource: "*::server", serviceCode: true'),
      [],
    ],
  },
  silent: {
    "no accounts are declared": [
      site,
      register(
        'filings: [{ domain: example.com, status: active, account: "1", entity: a }, { domain: example.net, status: active, account: "1", entity: b }]\n',
      ),
      [],
    ],
    "who filed is not said": [site, declared(ONE, "domain: example.com"), []],
    "a server of another stack": [server, bought('account: "2", stack: "other/*"'), []],
  },
});
