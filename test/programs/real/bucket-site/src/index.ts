import { createEdge } from "./dcdn";
import { createRecords } from "./dns";
import { createApi } from "./fc";
import { names } from "./names";
import { createSiteBucket } from "./oss";

const site = createSiteBucket(names);
const edge = createEdge(names, site);

export const apiHost = createApi(names);
export const siteBucket = site.bucket.bucket;
export const edgeName = edge.cname;

createRecords(names, edge.cname);
