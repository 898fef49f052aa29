terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_security_group" "web" {
  security_group_name = "web"
  vpc_id              = "vpc-bp10000000000000000"
}

resource "alicloud_oss_bucket" "farewell" {
  bucket = "farewell-example"
}

resource "alicloud_alidns_record" "archive" {
  domain_name = "example.com"
  rr          = "archive"
  type        = "CNAME"
  value       = "example.github.io"
  status      = "DISABLE"
}

output "bucket" {
  value = alicloud_oss_bucket.farewell.id
}
