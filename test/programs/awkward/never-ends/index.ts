import * as alicloud from "@pulumi/alicloud";

export = async (): Promise<void> => {
  new alicloud.cdn.DomainNew("www", {
    domainName: "www.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
  await new Promise<void>((done) => {
    const waiting = setInterval(() => {
      if (process.env["NEVER"] !== "set") return;
      clearInterval(waiting);
      done();
    }, 1_000);
  });
};
