import * as alicloud from "@pulumi/alicloud";
import { nameOf, tags } from "../config";
import { web1, web2, web3, worker1, worker2, worker3 } from "../compute/servers";
import { vpc } from "../network/vpc";

const web = new alicloud.alb.ServerGroup("web", {
  serverGroupName: nameOf("web"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  servers: [
    {
      serverType: "Ecs",
      serverId: web1.id,
      port: 80,
      weight: 100,
    },
    {
      serverType: "Ecs",
      serverId: web2.id,
      port: 80,
      weight: 100,
    },
    {
      serverType: "Ecs",
      serverId: web3.id,
      port: 80,
      weight: 100,
    },
  ],
  tags: tags("web"),
});

const catalogue = new alicloud.alb.ServerGroup("catalogue", {
  serverGroupName: nameOf("catalogue"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/catalogue/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  tags: tags("catalogue"),
});

const search = new alicloud.alb.ServerGroup("search", {
  serverGroupName: nameOf("search"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/search/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  tags: tags("search"),
});

const checkout = new alicloud.alb.ServerGroup("checkout", {
  serverGroupName: nameOf("checkout"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/checkout/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: true,
    stickySessionType: "Insert",
    cookieTimeout: 1800,
  },
  tags: tags("checkout"),
});

const account = new alicloud.alb.ServerGroup("account", {
  serverGroupName: nameOf("account"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Sch",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: true,
    stickySessionType: "Insert",
    cookieTimeout: 1800,
  },
  servers: [
    {
      serverType: "Ecs",
      serverId: worker1.id,
      port: 8081,
      weight: 100,
    },
    {
      serverType: "Ecs",
      serverId: worker2.id,
      port: 8081,
      weight: 100,
    },
  ],
  tags: tags("account"),
});

const seller = new alicloud.alb.ServerGroup("seller", {
  serverGroupName: nameOf("seller"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Sch",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  servers: [
    {
      serverType: "Ecs",
      serverId: worker2.id,
      port: 8082,
      weight: 100,
    },
    {
      serverType: "Ecs",
      serverId: worker3.id,
      port: 8082,
      weight: 100,
    },
  ],
  tags: tags("seller"),
});

const partner = new alicloud.alb.ServerGroup("partner", {
  serverGroupName: nameOf("partner"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  servers: [
    {
      serverType: "Ecs",
      serverId: worker1.id,
      port: 8083,
      weight: 100,
    },
  ],
  tags: tags("partner"),
});

const admin = new alicloud.alb.ServerGroup("admin", {
  serverGroupName: nameOf("admin"),
  vpcId: vpc.id,
  protocol: "HTTP",
  scheduler: "Wrr",
  healthCheckConfig: {
    healthCheckEnabled: true,
    healthCheckProtocol: "HTTP",
    healthCheckPath: "/health",
    healthCheckCodes: ["http_2xx", "http_3xx"],
    healthCheckInterval: 5,
    healthCheckTimeout: 3,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
  },
  stickySessionConfig: {
    stickySessionEnabled: false,
  },
  servers: [
    {
      serverType: "Ecs",
      serverId: worker3.id,
      port: 8084,
      weight: 100,
    },
  ],
  tags: tags("admin"),
});

/** The groups of servers, by service. */
export const groups = { web, catalogue, search, checkout, account, seller, partner, admin };
