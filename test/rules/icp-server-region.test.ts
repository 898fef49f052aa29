import { planOf } from "../support/plan";
import { register, ruleTester, unfiled } from "../support/rule-tester";
import { instance, opens, group } from "../support/stacks";

const named = (status: string) =>
  register(
    `filings: [{ domain: example.com, status: ${status}, servers: [{ product: ecs, resource: "*::server" }] }]\n`,
  );
const server = [group(), opens("22/22"), instance("server")];

ruleTester("icp-server-region", {
  violations: {
    "a filing server in Hong Kong": [
      planOf(server, { region: "cn-hongkong" }),
      named("active"),
      [
        "icp-server-region violation example.com: icp-server-region [mainland-region] at server and filings[0].servers[0]",
      ],
      [
        "server is named as filing server of example.com, but it is in cn-hongkong, outside the mainland",
        "- Use a server in a mainland region (Hong Kong, Macau and Taiwan are outside).",
        "by S1-40",
        "server (entry)",
      ],
    ],
    "a server for a filing to come, overseas": [
      planOf(server, { region: "eu-central-1" }),
      named("unfiled"),
      [
        "icp-server-region violation example.com: icp-server-region [mainland-region] at server and filings[0].servers[0]",
      ],
    ],
  },
  satisfied: {
    "in Shanghai": [planOf(server, { region: "cn-shanghai" }), named("active"), []],
  },
  undetermined: {
    "a region in no list": [
      planOf(server, { region: "cn-nowhere-9" }),
      named("active"),
      [
        "icp-server-region undetermined example.com: undetermined (region-unlisted) [mainland-region] at server and filings[0].servers[0]",
      ],
    ],
  },
  silent: {
    "a server that no filing names": [planOf(server, { region: "cn-hongkong" }), unfiled(), []],
    "a named server that another plan holds": [planOf([]), named("active"), []],
  },
});
