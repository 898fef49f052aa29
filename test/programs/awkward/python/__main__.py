import pulumi_alicloud as alicloud

alicloud.oss.BucketCname("media", bucket="media", domain="media.example.com")
