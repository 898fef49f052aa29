/**
 * Services with a public endpoint on which no host of the user's can be bound to a web site: what they answer at is a
 * name of Alibaba Cloud's own, which nobody but Alibaba Cloud can file.
 */
import { product } from "../exposure/contribution";
import { nothing } from "./read";

export const dataServices = product({
  // A registry serves images to container engines. Its custom domains are not judged.
  "alicloud:cr/instanceCustomizedDomain:InstanceCustomizedDomain": nothing,
  "alicloud:cr/internetEndpoint:InternetEndpoint": nothing,
  "alicloud:cr/registryEnterpriseInstance:RegistryEnterpriseInstance": nothing,
  // A domain from which mail is sent: it opens no web site.
  "alicloud:directmail/domain:Domain": nothing,
  // Queries and logs, at endpoints of Alibaba Cloud's own.
  "alicloud:elasticsearch/instance:Instance": nothing,
  "alicloud:opensearch/appGroup:AppGroup": nothing,
  "alicloud:log/project:Project": nothing,
  "alicloud:datahub/project:Project": nothing,
});
