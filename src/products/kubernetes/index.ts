import type { Product, Reader } from "../../graph/contribution";
import { contributesNothing } from "../reading/values";
import { readRelease } from "./chart";
import { albConfig, mseConfig } from "./configs";
import { readGateway, readRoute, ROUTES } from "./gateway";
import { ALB_CONFIG, CLASSES, readIngress, MSE_CONFIG, RELEASES, SERVICES } from "./ingress";
import { KUBERNETES_GATEWAYS } from "./object";
import { readService } from "./service";

const INGRESSES = [
  "kubernetes:networking.k8s.io/v1:Ingress",
  "kubernetes:networking.k8s.io/v1:IngressPatch",
  "kubernetes:networking.k8s.io/v1beta1:Ingress",
  "kubernetes:extensions/v1beta1:Ingress",
] as const;

/** The objects of Kubernetes by which the public reaches something. */
const OBJECTS = [
  { types: INGRESSES, reader: readIngress },
  { types: SERVICES, reader: readService },
  { types: [ALB_CONFIG], reader: albConfig },
  { types: [MSE_CONFIG], reader: mseConfig },
  { types: KUBERNETES_GATEWAYS, reader: readGateway },
  { types: ROUTES, reader: readRoute },
  { types: RELEASES, reader: readRelease },
  { types: CLASSES, reader: contributesNothing },
] as const satisfies readonly { readonly types: readonly string[]; readonly reader: Reader }[];

export const kubernetes: Product = Object.fromEntries(
  OBJECTS.flatMap(({ types, reader }) => types.map((type) => [type, reader] as const)),
);
