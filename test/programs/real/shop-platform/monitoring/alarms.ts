import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { balancer } from "../balancing/public";
import { web1, web2, web3, worker1, worker2, worker3 } from "../compute/servers";
import { nameOf, tags } from "../config";
import { accounts, catalogue, orders } from "../data/databases";

const contactGroups = ["shop-on-call"];

new alicloud.cms.Alarm("web-1-cpu", {
  name: nameOf("web-1-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${web1.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "90",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("worker-1-cpu", {
  name: nameOf("worker-1-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${worker1.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "95",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("web-2-cpu", {
  name: nameOf("web-2-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${web2.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "90",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("worker-2-cpu", {
  name: nameOf("worker-2-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${worker2.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "95",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("web-3-cpu", {
  name: nameOf("web-3-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${web3.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "90",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("worker-3-cpu", {
  name: nameOf("worker-3-cpu"),
  project: "acs_ecs_dashboard",
  metric: "CPUUtilization",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${worker3.id}"}]`,
  contactGroups,
  period: 60,
  silenceTime: 3600,
  effectiveInterval: "00:00-23:59",
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "95",
    times: 5,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("orders-connections", {
  name: nameOf("orders-connections"),
  project: "acs_rds_dashboard",
  metric: "ConnectionUsage",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${orders.id}"}]`,
  contactGroups,
  period: 300,
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "80",
    times: 3,
  },
  escalationsWarn: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "60",
    times: 3,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("catalogue-connections", {
  name: nameOf("catalogue-connections"),
  project: "acs_rds_dashboard",
  metric: "ConnectionUsage",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${catalogue.id}"}]`,
  contactGroups,
  period: 300,
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "80",
    times: 3,
  },
  escalationsWarn: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "60",
    times: 3,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("accounts-connections", {
  name: nameOf("accounts-connections"),
  project: "acs_rds_dashboard",
  metric: "ConnectionUsage",
  metricDimensions: pulumi.interpolate`[{"instanceId":"${accounts.id}"}]`,
  contactGroups,
  period: 300,
  escalationsCritical: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "80",
    times: 3,
  },
  escalationsWarn: {
    statistics: "Average",
    comparisonOperator: ">=",
    threshold: "60",
    times: 3,
  },
  tags: tags("monitoring"),
});

new alicloud.cms.Alarm("public-errors", {
  name: nameOf("public-errors"),
  project: "acs_alb",
  metric: "LoadBalancerHTTPCode5XX",
  metricDimensions: pulumi.interpolate`[{"loadBalancerId":"${balancer.id}"}]`,
  contactGroups,
  period: 60,
  escalationsCritical: {
    statistics: "Value",
    comparisonOperator: ">=",
    threshold: "50",
    times: 2,
  },
  tags: tags("monitoring"),
});
