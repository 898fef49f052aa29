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

variable "hosts" {
  default = ["static", "media"]
}

resource "alicloud_cdn_domain_new" "site" {
  for_each = toset(var.hosts)

  domain_name = "${each.key}.example.net"
  cdn_type    = "web"

  sources {
    type    = "domain"
    content = "origin.example.org"
    port    = 443
  }
}

resource "alicloud_alidns_record" "site" {
  for_each = toset(var.hosts)

  domain_name = "example.net"
  rr          = each.key
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.site[each.key].cname
}
