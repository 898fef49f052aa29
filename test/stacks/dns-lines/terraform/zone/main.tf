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

resource "alicloud_alidns_domain" "zone" {
  domain_name = var.domain_name
}

resource "alicloud_alidns_record" "mx" {
  domain_name = alicloud_alidns_domain.zone.domain_name
  rr          = "@"
  type        = "MX"
  value       = "mxn.mxhichina.com"
  priority    = 5
}

resource "alicloud_alidns_record" "spf" {
  domain_name = alicloud_alidns_domain.zone.domain_name
  rr          = "@"
  type        = "TXT"
  value       = "v=spf1 include:spf.mxhichina.com -all"
}

output "name" {
  value = alicloud_alidns_domain.zone.domain_name
}
