// `npm run demo`: the command on three programs of examples/ (one that must not be deployed, one that is fine, and the same moved away), and on a plan of Terraform.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(`${root}dist/cli.js`)) {
  spawnSync(process.execPath, [`${root}scripts/build.mjs`, "--no-types"], { stdio: "inherit" });
}

/** Each example, the code the command must end with, and what it shows. */
const shows = [
  { example: "ecs-pay-as-you-go", code: 1, what: "an unfiled domain on a pay-as-you-go server: blocked" },
  { example: "company-site", code: 0, what: "a company site with its filing: in order", more: ["--show", "satisfied"] },
  { example: "company-site-hongkong", code: 1, what: "the same site moved to Hong Kong: its filing is at risk" },
  {
    example: "terraform-cdn/plan.json",
    code: 1,
    what: "CDN domains of a Terraform plan, in the mainland by default: blocked",
  },
];

console.log(
  "Each program is run as Pulumi would run it, but nothing is deployed: no Pulumi CLI, no Terraform, no login, no credentials, no network.",
);
for (const { example, code, what, more = [] } of shows) {
  const args = ["check", `examples/${example}`, "--now", "2026-11-25", ...more];
  console.log(`\n── ${example}: ${what}\n$ npx alicloud-icp ${args.join(" ")}\n`);
  const run = spawnSync(process.execPath, [`${root}dist/cli.js`, ...args], { cwd: root, stdio: "inherit" });
  if (run.status !== code) {
    console.error(`expected the command to end with ${code}, and it ended with ${run.status}`);
    process.exit(1);
  }
}
console.log(`
── more of them are in examples/. As a page, and as a picture:
$ npx alicloud-icp check examples/company-site-hongkong --format html=report.html
$ npx alicloud-icp graph examples/two-regions --output graph.svg`);
