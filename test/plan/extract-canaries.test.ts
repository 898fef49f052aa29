/** Places of a plan where a credential stands that nobody has marked: none of them is in the extract. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { concealed, isCredential } from "../../src/plan/conceal";
import { extractOf } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import { joinParts, readParts } from "../../src/plan/read";
import { isReadAnnotation } from "../../src/plan/read-entries";
import { nothingDeclared } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import { TODAY } from "../support/rule-tester";
import { exported, preview, read, stackUrn, state, step, urnOf, type Json, type JsonObject } from "./documents";

/** What is called as an annotation is. */
const CONTROLLER = "mse.alibabacloud.com/ingress";
const CANARY = "canary7d1fQ";

/** What credentials are called. */
const NAMES =
  "password passwords rootPassword DB_PASSWORD adminPass pass redisPwd pwd passphrase secret clientSecret AccessKeySecret MasterSecretKey token tokens accessToken authToken1 auth_key1 authKey sshKey sshKeys privateKey private_key tlsKey apiKey x-api-key signingKey accountKey sharedKey licenseKey credentials kubeconfig connectionString dsn passwordHash secretValue tokenData jwt Authorization".split(
    " ",
  );

/** What stands under a key that says nothing, with a credential in it. */
const WITHIN: Readonly<Record<string, Json>> = {
  "a URL": `postgres://u:${CANARY}@h.example.com:5432/db`,
  "a URL with a token for a user": `https://${CANARY}@h.example.com/x`,
  "a URL with a password that is not escaped": `redis://u:a/${CANARY}@h.example.com/0`,
  "a URL in a sentence": `see https://u:${CANARY}@h.example.com, or not`,
  "a URL with a token": `https://h.example.com/hook?access_token=${CANARY}&a=b`,
  "a URL as a key": { [`https://u:${CANARY}@h.example.com`]: 1 },
  "several hosts": `mongodb://u:${CANARY}@a.example.com:1,b.example.com:2/db`,
  "a private key": `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`,
  settings: `Server=h;Password=${CANARY};Database=d`,
  arguments: [`--password=${CANARY}`, `Authorization: Bearer ${CANARY}`],
  "a header": `Bearer ${CANARY}`,
  JSON: JSON.stringify({ a: [{ AccessKeySecret: CANARY, AddressType: "internet" }] }),
  "JSON of a list": JSON.stringify([{ MasterSecretKey: CANARY }]),
  "JSON in JSON": JSON.stringify({ a: JSON.stringify({ b: { token: CANARY } }) }),
  "JSON with a URL": JSON.stringify({ a: `https://u:${CANARY}@h.example.com` }).replaceAll("/", "\\/"),
  "JSON that is cut": `{"AccessKeySecret": "${CANARY}", `,
  "what is marked, in JSON": JSON.stringify({
    a: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: CANARY },
  }),
};

const shapes: fc.Arbitrary<Json> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom<Json>(CANARY, [CANARY], { root: CANARY }, [{ value: CANARY }], {
        a: { b: [CANARY, { c: CANARY }] },
      }),
    )
    .map(([name, value]): Json => ({ [name]: value })),
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.constantFrom(
        ["name", "value"],
        ["key", "value"],
        ["argName", "argValue"],
        ["Name", "Value"],
        ["headerName", "headerValue"],
      ),
    )
    .map(([name, [key = "", value = ""]]): Json => [{ [key]: name, [value]: CANARY }]),
  fc.constantFrom(...Object.values(WITHIN)),
);
/** Such a value below others that say nothing, at times as JSON. */
const anywhere = fc
  .tuple(
    shapes,
    fc.array(
      fc.constantFrom<(one: Json) => Json>(
        (a) => ({ a }),
        (b) => [b, 1],
        (a) => JSON.stringify({ a }),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([shape, wraps]) => wraps.reduce((value, wrap) => wrap(value), shape));

const CDN_CONFIG = "alicloud:cdn/domainConfig:DomainConfig";
const SERVICE = "kubernetes:core/v1:Service";
const RELEASE = "kubernetes:helm.sh/v3:Release";

/** Resources with a value in all places where one of any form is kept. */
const resourcesWith = (value: Json): readonly (readonly [type: string, properties: JsonObject])[] => [
  [CDN_CONFIG, { domainName: "www.example.com", functionName: "x", functionArgs: value }],
  ["alicloud:cdn/domainNew:DomainNew", { domainName: "www.example.com", sources: value }],
  ["alicloud:cs/kubernetesAddon:KubernetesAddon", { name: "nginx-ingress-controller", config: value }],
  ["alicloud:cs/managedKubernetes:ManagedKubernetes", { addons: [{ name: "a", config: value }], connections: value }],
  ["alicloud:fc/trigger:Trigger", { config: value }],
  ["volcengine:cdn/cdnDomain:CdnDomain", { domain: "www.example.com", domainConfig: value }],
  ["cloudflare:index/tunnelConfig:TunnelConfig", { config: value }],
  [SERVICE, { metadata: { annotations: { a: value }, labels: value }, spec: value, status: value }],
  [RELEASE, { chart: "web", values: { ingress: { a: value }, b: value } }],
];

const stackWith = (outputs: JsonObject): JsonObject => ({
  urn: stackUrn,
  type: "pulumi:pulumi:Stack",
  custom: false,
  outputs,
});

const textOf = (document: Json): string => extractText([extractOf(read(document))]);

/** Previews and exports that have a value wherever one may stand. */
const plansWith = (value: Json): readonly JsonObject[] => {
  const all = resourcesWith(value);
  return [
    preview(
      all.map(([type, properties], at) =>
        step(
          "update",
          {
            old: state(`r${at}`, { type, inputs: properties, outputs: properties }),
            new: state(`r${at}`, { type, inputs: properties, outputs: { ...properties, more: 1 } }),
          },
          `r${at}`,
          type,
        ),
      ),
    ),
    exported(all.map(([type, outputs], at) => state(`r${at}`, { type, id: `i${at}`, inputs: {}, outputs }))),
    { version: 3, deployment: { manifest: {}, resources: [stackWith({ a: value })] } },
  ];
};

/** All that is reported, but the file that was read. */
function reported(document: Json, through: boolean): string {
  const part = read(document);
  const parts = through ? readParts(Buffer.from(extractText([extractOf(part)])), part.part.source) : [part];
  const judged = judge(joinParts(parts), { register: nothingDeclared, today: TODAY });
  const report = reportOf(judged, { language: "en", showSatisfied: true });
  return JSON.stringify({ ...report, plans: [] });
}

describe("a credential that nobody has marked", () => {
  it("is in no extract, wherever it stands, and the extract of that is the same", () => {
    fc.assert(
      fc.property(anywhere, (value) => {
        for (const plan of plansWith(value)) {
          const text = textOf(plan);
          expect(text).not.toContain(CANARY);
          const [again] = readParts(Buffer.from(text), "x.icp.json");
          expect(again && extractText([extractOf(again)])).toBe(text);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.entries(WITHIN))("is concealed in %s", (_, value) => {
    expect(JSON.stringify(concealed(value))).not.toContain(CANARY);
  });

  it("changes nothing of what is said, where it stands beside what is read", () => {
    const beside: Json = { password: CANARY, tokens: [{ value: CANARY }], env: [{ name: "TOKEN", value: CANARY }] };
    const values = {
      ingress: {
        hosts: ["www.example.com"],
        auth: { password: CANARY, headers: [{ name: "Authorization", value: CANARY }] },
      },
      credentials: { ingress: { host: "a.example.com", secret: CANARY } },
    };
    const config = { AccessKeySecret: CANARY, IngressSlbNetworkType: "internet" };
    const origin = {
      Origin: [{ OriginAction: { OriginLines: [{ Address: "o.example.com" }] }, Auth: { MasterSecretKey: CANARY } }],
    };
    const document = preview([
      ...(
        [
          [RELEASE, { chart: "web", values }],
          [
            "alicloud:cs/managedKubernetes:ManagedKubernetes",
            { addons: [{ name: "nginx-ingress-controller", config: JSON.stringify(config) }] },
          ],
          [
            "alicloud:cs/kubernetesAddon:KubernetesAddon",
            { name: "nginx-ingress-controller", config: JSON.stringify(config) },
          ],
          [
            "volcengine:cdn/cdnDomain:CdnDomain",
            { domain: "v.example.com", serviceRegion: "global", domainConfig: JSON.stringify(origin) },
          ],
          [
            SERVICE,
            {
              metadata: {
                annotations: {
                  "kubectl.kubernetes.io/last-applied-configuration": CANARY,
                  "external-dns.alpha.kubernetes.io/hostname": "s.example.com",
                  "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type": "internet",
                },
              },
              spec: { type: "LoadBalancer", ports: [{ port: 443 }], ...beside },
            },
          ],
          [
            CDN_CONFIG,
            {
              domainName: "www.example.com",
              functionName: "set_req_host_header",
              functionArgs: [
                { argName: "domain_name", argValue: "o.example.net" },
                { argName: "auth_key1", argValue: CANARY },
              ],
            },
          ],
          [
            "alicloud:cdn/domainNew:DomainNew",
            {
              domainName: "www.example.com",
              scope: "global",
              sources: [{ type: "domain", content: "o.example.com", ...beside }],
            },
          ],
        ] as const
      ).map(([type, inputs], at) => step("create", { new: state(`r${at}`, { type, inputs }) }, `r${at}`, type)),
    ]);
    expect(textOf(document)).not.toContain(CANARY);
    expect(reported(document, true)).toBe(reported(document, false));
    expect(reported(document, false)).toContain("s.example.com");
  });

  it.each([
    { argName: "auth_key1", argValue: CANARY },
    { argName: "value", argValue: CANARY },
    [{ argName: "anything", argValue: CANARY }],
  ])("is no argument of a function of a CDN that is read: %j", (argument) => {
    for (const type of [CDN_CONFIG, "alicloud:dcdn/domainConfig:DomainConfig"]) {
      const functionArgs = [
        { argName: "key", argValue: "Authorization" },
        argument,
        { argName: "domain_name", argValue: "a.cn" },
      ];
      const inputs = { domainName: "www.example.com", functionName: "set_req_header", functionArgs };
      const text = textOf(preview([step("create", { new: state("main", { type, inputs }) }, "main", type)]));
      expect(text).not.toContain(CANARY);
      expect(text).toContain('"functionArgs":[{"argName":"domain_name","argValue":"a.cn"}]');
    }
  });

  it("is in no URN, id, name or link", () => {
    const provider = urnOf(`default_3_108_0_https_/oauth2_${CANARY}_h.example.com_8443/x`, "pulumi:providers:alicloud");
    const url = `https://u:${CANARY}@h.example.com`;
    const cdn = "alicloud:cdn/domainNew:DomainNew";
    const role = "alicloud:ram/role:Role";
    const text = textOf(
      exported([
        state("p", { urn: provider, type: "pulumi:providers:alicloud", id: "1", inputs: { pluginDownloadURL: url } }),
        state(url, { type: cdn, id: url, provider: `${provider}::1`, aliases: [urnOf(url, cdn)] }),
        state(url, { type: role, dependencies: [urnOf(url, cdn)] }),
      ]),
    );
    expect(text).not.toContain(CANARY);
    expect(text).toContain("default_3_108_0_https_/h.example.com_8443/x");
  });
});

describe("what is no credential stays", () => {
  const kept: readonly Json[] = [
    {
      host: "www.example.com",
      address: "47.96.0.9",
      id: "eip-1",
      compass: "north",
      bypass: "a",
      tokenizer: "b",
      keys: ["a"],
    },
    { dbCredentials: { host: "db.example.com" }, secret: { hosts: ["a.example.com"] } },
    { endpoints: [{ name: "token", type: "A", value: "47.96.0.9" }] },
    "https://www.example.com:8080/@scope/package@1.2?a=b@c",
    "https://www.example.com/a:b@c",
    "a.example.com,b.example.com",
    '{ "AddressType":  "internet", "n": 1.0 }',
    { passwordReset: true, secretName: "tls", keyName: "k", publicKey: "ssh-rsa A" },
  ];
  it.each(kept.map((one) => [JSON.stringify(one), one] as const))("%s", (_, one) => {
    expect(concealed(one)).toBe(one);
  });

  it("by its name", () => {
    expect(
      ["compass", "bypass", "hostKeyAlias", "secretName", "publicKey", "passive", "pattern"].filter(isCredential),
    ).toEqual([]);
    expect(NAMES.filter((name) => !isCredential(name))).toEqual([]);
  });

  it("every annotation that a product reads", () => {
    const folder = "src/products/kubernetes";
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8"));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/"((?:[a-z-]+\.)+(?:io|com|cloud)\/[\w.-]+)"/g)].map(([, name = ""]) => name),
    );
    const suffixes = texts.flatMap((text) => [...text.matchAll(/spelled\("([\w-]+)"\)/g)].map(([, name = ""]) => name));
    const prefixes = named.filter((name) => name.endsWith("-"));
    const names = [
      ...named.filter((name) => !name.endsWith("-")),
      ...prefixes.flatMap((prefix) => suffixes.map((suffix) => prefix + suffix)),
    ];
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !isReadAnnotation(name) && name !== CONTROLLER)).toEqual([]);
  });
});
