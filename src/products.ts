/** Everything that is described: the products of Alibaba Cloud, and what other providers put in front of them. */
import { products as alicloud } from "./alicloud";
import { elsewhere } from "./elsewhere";
import type { Product } from "./exposure/contribution";

/** All described resource types. */
export const products: Product = { ...alicloud, ...elsewhere };
