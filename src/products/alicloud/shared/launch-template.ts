/**
 * Launch templates: what instances, scaling groups and provisioning groups are made from when they do not say it
 * themselves. A template alone serves nobody.
 */
import { isDoubt } from "../../../graph/contribution";
import { doubt, unknown, type Doubt, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { LAUNCH_TEMPLATES, SECURITY_GROUPS } from "./tokens";

/** A template that can be read, a doubt for one that cannot, or none. */
export type Template = Resource | Doubt | undefined;

/** The launch template that a resource is made from, when the plan shows the version it uses. */
export function templateOf(resource: Resource, plan: Plan, named: "by id" | "by id or name"): Template {
  const byId = plan.referred(resource, "launchTemplateId", { types: LAUNCH_TEMPLATES });
  const useName = byId.is === "absent" && named === "by id or name";
  const property = useName ? "launchTemplateName" : "launchTemplateId";
  const template = useName
    ? plan.referred(resource, property, { types: LAUNCH_TEMPLATES, by: ["launchTemplateName", "name"] })
    : byId;
  switch (template.is) {
    case "absent":
      return undefined;
    case "unknown":
      return template.doubt;
    case "elsewhere":
      return doubt("not-in-plan", { what: template.value }, { property, urn: resource.urn });
    case "resource":
      return showsVersion(template.resource, resource)
        ? template.resource
        : doubt(
            "not-in-plan",
            { what: "launchTemplateVersion" },
            { property: "launchTemplateVersion", urn: resource.urn },
          );
  }
}

/** A template that is yet to be created has one version; of an older one the plan shows the latest version only. */
function showsVersion(template: Resource, resource: Resource): boolean {
  if (template.id.state !== "known") return true;
  const latest = template.boolean("updateDefaultVersionNumber");
  return latest.state === "known" && latest.value && saysDefaultVersion(resource);
}

function saysDefaultVersion(resource: Resource): boolean {
  const version = resource.string("launchTemplateVersion");
  return version.state === "absent" || (version.state === "known" && /^default$/i.test(version.value));
}

/** A property of the template; absent when there is none, unknown when it cannot be read. */
export function fromTemplate<T>(template: Template, property: string, as: (value: Value) => Fact<T>): Fact<T> {
  if (template === undefined) return { state: "absent" };
  return isDoubt(template) ? unknown(template) : as(template.at(property));
}

/** The security groups of a template. */
export function groupsOfTemplate(template: Template, plan: Plan): readonly Reference[] {
  if (template === undefined) return [];
  if (isDoubt(template)) return [{ is: "unknown", doubt: template, candidates: [] }];
  const types = { types: SECURITY_GROUPS };
  const inline = template.at("networkInterfaces").at("securityGroupId");
  return [
    ...plan.referredAll(template, "securityGroupIds", types),
    ...[template.at("securityGroupId"), inline].map((id) => plan.refer(id, types)),
  ].filter((reference) => reference.is !== "absent");
}

/** Whether instances with this much bandwidth are public; without any they are not. */
export const isPublicBandwidth = (bandwidth: Fact<number>): boolean | Doubt =>
  bandwidth.state === "unknown" ? bandwidth.doubt : bandwidth.state === "known" && bandwidth.value > 0;
