/** How data names a type of Alibaba Cloud's: `alb/loadBalancer` for `alicloud:alb/loadBalancer:LoadBalancer`. */
export const nameInData = (type: string): string | undefined => /^alicloud:(\w+\/\w+):\w+$/.exec(type)?.[1];
