/** Everything that is described: the products of Alibaba Cloud, and what other providers put in front of them. */
import { alicloud as alicloud } from "./alicloud";
import { elsewhere } from "./others";
import { modelType } from "../plan/bridged";
import { readerOf, type Product } from "../graph/contribution";

/** All described resource types. */
export const products: Product = { ...alicloud, ...elsewhere };

/** Whether anything may be read from resources of a type. */
export function isRead(told: string): boolean {
  const type = modelType(told);
  return type.startsWith("alicloud:") || readerOf(products, type) !== undefined;
}
