import { Website } from "./website";

new Website("shop", { apex: "example.com", names: ["www", "m"] });
new Website("blog", { apex: "example.net", names: ["www"] });
