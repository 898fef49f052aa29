import * as pulumi from "@pulumi/pulumi";
import * as kubernetes from "./kubernetes";

export interface AppSettings {
  readonly name: string;
  readonly host: string;
  readonly image: string;
  readonly port: number;
  readonly tls: boolean;
  readonly internal?: boolean;
}

/** An app of the company: what runs, who reaches it, and by which name. */
export class App extends pulumi.ComponentResource {
  constructor(
    { name, host, image, port, tls, internal = false }: AppSettings,
    namespace: kubernetes.Namespace,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:app:App", name, {}, options);
    const parent = { parent: this };
    const labels = { app: name };
    const metadata = { name, namespace: namespace.metadata.name, labels };
    new kubernetes.Deployment(
      name,
      {
        metadata,
        spec: {
          replicas: 2,
          selector: { matchLabels: labels },
          template: {
            metadata: { labels },
            spec: { containers: [{ name, image: `${image}:latest`, ports: [{ containerPort: port }] }] },
          },
        },
      },
      parent,
    );
    const service = new kubernetes.Service(
      name,
      { metadata, spec: { type: "ClusterIP", selector: labels, ports: [{ port: 80, targetPort: port }] } },
      parent,
    );
    const backend = { service: { name: service.metadata.name, port: { number: 80 } } };
    new kubernetes.Ingress(
      name,
      {
        metadata: {
          ...metadata,
          annotations: internal ? { "nginx.ingress.kubernetes.io/whitelist-source-range": "10.0.0.0/8" } : {},
        },
        spec: {
          ingressClassName: internal ? "internal" : "public",
          ...(tls && { tls: [{ hosts: [host], secretName: `${name}-tls` }] }),
          rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
        },
      },
      { parent: this, dependsOn: service },
    );
    this.registerOutputs();
  }
}
