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

variable "records" {
  type = map(object({ type = string, value = string }))
  default = {
    "@"    = { type = "A", value = "47.98.10.20" }
    vpn    = { type = "A", value = "10.8.0.1" }
    old    = { type = "A", value = "47.98.10.21" }
    api    = { type = "CNAME", value = "1000000000000001.cn-hangzhou.fc.aliyuncs.com" }
    files  = { type = "CNAME", value = "files.oss-ap-southeast-1.aliyuncs.com" }
    app    = { type = "CNAME", value = "alb-0a1b2c3d4e.cn-beijing.alb.aliyuncsslb.com" }
    static = { type = "CNAME", value = "static.example.com.w.kunlunsl.com" }
    docs   = { type = "CNAME", value = "example.github.io" }
    go     = { type = "REDIRECT_URL", value = "https://www.example.net/" }
  }
}

resource "alicloud_alidns_domain" "zone" {
  domain_name = "example.com"
}

resource "alicloud_alidns_record" "zone" {
  for_each = var.records

  domain_name = "example.com"
  rr          = each.key
  type        = each.value.type
  value       = each.value.value
}

resource "alicloud_alidns_record" "mx" {
  domain_name = "example.com"
  rr          = "@"
  type        = "MX"
  value       = "mx.example.net"
  priority    = 10
}

resource "alicloud_alidns_record" "paused" {
  domain_name = "example.com"
  rr          = "beta"
  type        = "CNAME"
  value       = "1000000000000001.cn-hangzhou.fc.aliyuncs.com"
  status      = "DISABLE"
}
