/**
 * A stand-in for the alicloud provider: creates nothing, asks nobody, and answers every resource with its own inputs.
 *
 * Computed outputs are unknown in a preview and have fixed, plausible values afterwards (`outputs.cjs`). As with every
 * provider bridged from Terraform, the id is one of the outputs: unknown while the resource is to be created.
 * It fills in no defaults and no automatic names. Data sources (`getX` calls) it answers as the file says that
 * `ICP_ENGINE_FIXTURES` names, and no others. Asked to be another package of Terraform's, it is that one.
 */
"use strict";
const { readFileSync } = require("node:fs");
const { Empty, Struct, protocol, serve, unary, unimplemented } = require("./serve.cjs");
const { computedOutputs, replacedBy } = require("./outputs.cjs");

const provider = protocol("provider_pb");
const { PluginInfo } = protocol("plugin_pb");
const { ResourceProviderService } = protocol("provider_grpc_pb");

/** How Pulumi writes "not known before the update" on the wire. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The region this provider was configured with; the real provider falls back to this one, too. */
let region = "cn-beijing";

const typeOf = (urn) => urn.split("::")[2].split("$").at(-1);
const nameOf = (urn) => urn.split("::").at(-1);
const equal = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** The state of a resource: its inputs, its id, what was computed before, and what is computed now. */
function state(urn, id, inputs, preview, before = {}) {
  const computed = computedOutputs(typeOf(urn), nameOf(urn), inputs, region);
  const outputs = { ...inputs, id };
  for (const [property, value] of Object.entries(computed)) {
    outputs[property] ??= before[property] ?? (preview ? unknown : value);
  }
  return Struct.fromJavaScript(outputs);
}

function create(request) {
  const response = new provider.CreateResponse();
  const urn = request.getUrn();
  const id = `${nameOf(urn)}-id`;
  const preview = request.getPreview();
  if (!preview) response.setId(id);
  response.setProperties(state(urn, preview ? unknown : id, request.getProperties().toJavaScript(), preview));
  return response;
}

function update(request) {
  const response = new provider.UpdateResponse();
  const before = request.getOlds().toJavaScript();
  const inputs = request.getNews().toJavaScript();
  response.setProperties(state(request.getUrn(), request.getId(), inputs, request.getPreview(), before));
  return response;
}

function diff(request) {
  const before = request.getOldInputs()?.toJavaScript() ?? {};
  const after = request.getNews().toJavaScript();
  const properties = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  // What was adopted by its id alone is as the program says.
  const isAdopted = Object.keys(before).length === 0;
  const changed = isAdopted ? [] : properties.filter((property) => !equal(before[property], after[property]));
  const response = new provider.DiffResponse();
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  response.setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME);
  response.setDiffsList(changed);
  response.setReplacesList(changed.filter((property) => replacedBy(typeOf(request.getUrn())).includes(property)));
  response.setDeletebeforereplace(true);
  return response;
}

function check(request) {
  const response = new provider.CheckResponse();
  response.setInputs(request.getNews());
  return response;
}

function configure(request) {
  const configured = request.getArgs()?.toJavaScript().region;
  if (typeof configured === "string" && configured !== unknown) region = configured;
  const response = new provider.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setAcceptresources(true);
  response.setSupportspreview(true);
  return response;
}

/** Serves `X.get`, import and refresh: whatever is asked for exists, with the state that the caller gave. */
function read(request) {
  const response = new provider.ReadResponse();
  const known = request.getProperties()?.toJavaScript() ?? {};
  response.setId(request.getId());
  response.setProperties(state(request.getUrn(), request.getId(), known, false));
  response.setInputs(request.getInputs() ?? request.getProperties() ?? new Struct());
  return response;
}

/** Answers a data source as the fixtures say, which are those of the command: `functions`, by token. */
function invoke(request) {
  const token = request.getTok();
  const file = process.env.ICP_ENGINE_FIXTURES;
  const said = file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8")).functions[token];
  const given = request.getArgs()?.toJavaScript() ?? {};
  const fits = ({ arguments: asked = {} }) => Object.keys(asked).every((key) => equal(asked[key], given[key]));
  const answer = Array.isArray(said) ? said.find(fits)?.result : said;
  if (answer === undefined) unimplemented(`the data source ${token}`);
  const response = new provider.InvokeResponse();
  response.setReturn(Struct.fromJavaScript(answer));
  return response;
}

/** Becomes the package that a generated SDK asks for. */
function parameterize(request) {
  const value = request.getValue();
  const response = new provider.ParameterizeResponse();
  response.setName(value.getName());
  response.setVersion(value.getVersion());
  return response;
}

function schema() {
  const response = new provider.GetSchemaResponse();
  response.setSchema("{}");
  return response;
}

function pluginInfo() {
  const info = new PluginInfo();
  info.setVersion(require("@pulumi/alicloud/package.json").version);
  return info;
}

serve(ResourceProviderService, {
  getPluginInfo: unary(pluginInfo),
  getSchema: unary(schema),
  attach: unary(() => new Empty()),
  cancel: unary(() => new Empty()),
  checkConfig: unary(check),
  diffConfig: unary(diff),
  configure: unary(configure),
  check: unary(check),
  diff: unary(diff),
  create: unary(create),
  update: unary(update),
  delete: unary(() => new Empty()),
  read: unary(read),
  invoke: unary(invoke),
  parameterize: unary(parameterize),
});
