const ALICLOUD = "alicloud:";

/** How data names a type of Alibaba Cloud's: `alb/loadBalancer` for `alicloud:alb/loadBalancer:LoadBalancer`. */
export function nameInData(type: string): string | undefined {
  const end = type.indexOf(":", ALICLOUD.length);
  return type.startsWith(ALICLOUD) && end > 0 ? type.slice(ALICLOUD.length, end) : undefined;
}
