const ALICLOUD = "alicloud:";

/** How data names a type of Alibaba Cloud's: `alb/loadBalancer` for `alicloud:alb/loadBalancer:LoadBalancer`. */
export function nameInData(type: string): string | undefined {
  const end = type.indexOf(":", ALICLOUD.length);
  return type.startsWith(ALICLOUD) && end > 0 ? type.slice(ALICLOUD.length, end) : undefined;
}

/** A type without the version of its API, where its provider writes that into it. */
export const unversioned = (type: string): string =>
  type.startsWith("azure-native:") ? type.replace(/^(azure-native:[a-z]+)\/v\w+:/, "$1:") : type;
