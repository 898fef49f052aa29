/** What is wrong with how Alibaba Cloud is to be reached: packages, credentials, endpoints, proxies. */
export const cloudAccess = {
  "input.endpoint-url": "is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product",
  "input.endpoint-bare": "has more than a name and a port; give neither path nor user",
  "input.endpoint-plain": "goes to {host} by http, where everybody on the way could read it; use https",
  "input.endpoint-product": "names {product}, which is none of {products|list}",
  "input.endpoint-twice": "names {product} twice; give each product one endpoint",
  "input.endpoint-several": "is given twice for all products; name the product of each, as PRODUCT=ADDRESS",
  "input.cloud-packages":
    "Alibaba Cloud is asked by its own packages, which are not installed here: run npm install --save-dev @alicloud/credentials @alicloud/openapi-core",
  "input.cloud-packages-broken":
    "the packages of Alibaba Cloud that are installed here cannot be used: run npm install --save-dev @alicloud/credentials@latest @alicloud/openapi-core@latest",
  "input.cloud-no-credentials":
    "no credentials of Alibaba Cloud are found: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run aliyun configure",
  "input.cloud-credentials-slow":
    "the credentials of Alibaba Cloud did not come in time: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or see why their source does not answer",
  "input.cloud-credentials-form":
    "the credentials of Alibaba Cloud that are found have characters that none have, such as a line break or a space: set them anew, without any",
  "input.cloud-credentials":
    "Alibaba Cloud refuses the credentials ({code}): check which access key is used, and whether it is disabled or its token has expired",
  "input.cloud-clock":
    "Alibaba Cloud refuses the time of this machine ({code}): set its clock, which may be 15 minutes off at most",
  "input.cloud-showing":
    "would make Node write out requests with their credentials; unset it, or leave out http, https, net and tls",
  "input.cloud-proxy": "is no address of a proxy; expected one such as http://proxy.example:3128",
} as const;
