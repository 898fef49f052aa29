export { Bucket, type BucketProps } from "./bucket";
export { Cdn, type CdnProps } from "./cdn";
export { RamUser, type RamUserProps } from "./ram-user";
export { RandomSuffix } from "./random-suffix";
