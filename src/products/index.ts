/** Everything that is described: the products of Alibaba Cloud, and what other providers put in front of them. */
import { alicloud as alicloud } from "./alicloud";
import { elsewhere } from "./others";
import { readerOf, type Product } from "../graph/contribution";

/** All described resource types. */
export const products: Product = { ...alicloud, ...elsewhere };

/** Whether anything may be read from resources of a type. */
export const isRead = (type: string): boolean => type.startsWith("alicloud:") || readerOf(products, type) !== undefined;
