import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const project = new alicloud.log.Project("functions", { projectName: `acme-${pulumi.getStack()}-functions` });
const store = new alicloud.log.Store("functions", {
  projectName: project.projectName,
  logstoreName: "functions",
  retentionPeriod: 30,
});
new alicloud.log.StoreIndex("functions", {
  project: project.projectName,
  logstore: store.logstoreName,
  fullText: { caseSensitive: false, token: ", '\";=()[]{}?@&<>/:\n\t\r" },
});

export const logConfig = {
  project: project.projectName,
  logstore: store.logstoreName,
  enableRequestMetrics: true,
  logBeginRule: "None",
};
