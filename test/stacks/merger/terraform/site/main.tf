terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "domain_name" {
  type = string
}

resource "alicloud_cdn_domain_new" "www" {
  domain_name = "www.${var.domain_name}"
  cdn_type    = "web"
  scope       = "domestic"

  sources {
    type    = "domain"
    content = "origin.${var.domain_name}"
    port    = 443
  }
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain_name
  rr          = "www"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.www.cname
}
