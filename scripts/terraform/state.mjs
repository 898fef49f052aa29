/** States of resources that never existed, made of plans of them: what is known stays, what a provider would answer is invented. */

/** The attributes that resources have, by address: as planned, as named in `exists`, as invented before, else nothing. */
export function invented(planned, before, exists) {
  const next = attributesOf(planned, before, exists);
  // What a round does not settle is a list or a map that the provider would give: an empty one.
  return JSON.stringify(next) === JSON.stringify(before) ? attributesOf(planned, before, exists, emptyFor) : next;
}

const emptyFor = (name) => (name.endsWith("tags") ? {} : []);

function attributesOf(planned, before, exists, nothing = () => null) {
  const managed = changesOf(planned).filter(({ mode, change }) => mode === "managed" && change.after !== null);
  return Object.fromEntries(
    managed.map(({ address, name, index, type, change }) => {
      const known = filled(change.after, change.after_unknown, before[address], nothing);
      const words = [type.replace("alicloud_", ""), name, index].filter((word) => word !== undefined);
      return [address, { ...known, id: before[address]?.id ?? words.join("-"), ...exists[address] }];
    }),
  );
}

const changesOf = ({ resource_changes: changes = [] }) => changes;

/** A value with what is unknown taken from an earlier one. */
function filled(value, unknown, earlier, nothing, name) {
  if (unknown === true) return earlier ?? nothing(name);
  if (Array.isArray(value)) return value.map((one, index) => filled(one, unknown?.[index], earlier?.[index], nothing));
  if (value === null || typeof value !== "object") return value;
  const names = new Set([...Object.keys(value), ...Object.keys(unknown || {})]);
  return Object.fromEntries(
    [...names].map((key) => [key, filled(value[key] ?? null, unknown?.[key], earlier?.[key], nothing, key)]),
  );
}

/** The text of a state, version 4, in which the resources of a plan have these attributes. */
export function stateOf(planned, known, deposed = []) {
  const versions = new Map(
    resourcesIn(planned.planned_values.root_module).map((one) => [one.address, one.schema_version]),
  );
  const blocks = new Map();
  for (const { address, module_address: module, mode, type, name, index, change } of changesOf(planned)) {
    if (known[address] === undefined) continue;
    const key = [module ?? "", type, name].join(" ");
    const provider = providerOf(planned, type, name);
    const block = blocks.get(key) ?? { module, mode, type, name, provider, instances: [] };
    const instance = {
      index_key: index,
      schema_version: versions.get(address),
      attributes: known[address],
      sensitive_attributes: sensitiveIn(change.after_sensitive),
      dependencies: dependenciesOf(planned, `${type}.${name}`),
    };
    block.instances.push(instance, ...(deposed.includes(address) ? [leftOver(instance)] : []));
    blocks.set(key, block);
  }
  const lineage = "00000000-0000-4000-8000-000000000000";
  const head = { version: 4, terraform_version: planned.terraform_version, serial: 1, lineage, outputs: {} };
  return `${JSON.stringify({ ...head, resources: [...blocks.values()] }, null, 2)}\n`;
}

const leftOver = ({ attributes, ...instance }) => ({
  ...instance,
  deposed: "00000001",
  attributes: { ...attributes, id: `${attributes.id}-deposed` },
});

const resourcesIn = ({ resources = [], child_modules: modules = [] }) => [
  ...resources,
  ...modules.flatMap(resourcesIn),
];

/** The provider of a block of the root module, as states write it; that of other blocks is the one without an alias. */
function providerOf({ configuration }, type, name) {
  const { resources } = configuration.root_module;
  const key = resources?.find((block) => block.type === type && block.name === name)?.provider_config_key;
  const { full_name: full, alias } =
    configuration.provider_config[key] ?? builtIn(type) ?? configuration.provider_config.alicloud;
  return `provider["${full}"]${alias === undefined ? "" : `.${alias}`}`;
}

const builtIn = (type) => (type.startsWith("terraform_") ? { full_name: "terraform.io/builtin/terraform" } : undefined);

const sensitiveIn = (marks) =>
  Object.entries(marks || {})
    .filter(([, mark]) => mark === true)
    .map(([name]) => [{ type: "get_attr", value: name }]);

/** What a block of the root module refers to, and what that refers to. */
function dependenciesOf({ configuration }, block, seen = new Set()) {
  const blocks = configuration.root_module.resources ?? [];
  const { expressions = {}, depends_on: also = [] } = blocks.find(({ address }) => address === block) ?? {};
  const references = [...JSON.stringify(expressions).matchAll(/"references":\[([^\]]*)\]/g)]
    .map(([, list]) => list)
    .join();
  for (const { address } of blocks) {
    const isMeant = references.includes(`"${address}"`) || also.includes(address);
    if (isMeant && !seen.has(address)) dependenciesOf({ configuration }, address, seen.add(address));
  }
  return [...seen].sort();
}
