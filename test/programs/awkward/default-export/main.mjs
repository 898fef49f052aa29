import { cdn } from "@pulumi/alicloud";

export default async () => {
  await Promise.resolve();
  const { cname } = new cdn.DomainNew("www", {
    domainName: "www.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
  return { cname };
};
