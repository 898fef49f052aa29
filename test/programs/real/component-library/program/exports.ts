import { Bucket } from "../components";
import { providers } from "./providers";

/** Files for partners abroad, under a name of the brand's: the bucket is abroad, too. */
export const abroad = new Bucket(
  "partner-files",
  { withSuffix: false, enableUser: true, domain: "files.example.net" },
  { providers: [providers.singapore] },
);

/** Files for partners at home, which somebody moved without asking for the filing. */
export const atHome = new Bucket(
  "partner-files-cn",
  { withSuffix: false, enableUser: true, domain: "files-cn.example.net" },
  { providers: { alicloud: providers.beijing } },
);
