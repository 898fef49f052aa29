terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

# A CDN domain that fetches from the site, as the visitor asked or as another host.
variable "rr" {
  type = string
}

variable "domain_name" {
  type = string
}

variable "origin" {
  type = string
}

variable "as_host" {
  type    = string
  default = null
}

resource "alicloud_cdn_domain_new" "this" {
  domain_name = "${var.rr}.${var.domain_name}"
  cdn_type    = "web"
  scope       = "domestic"

  sources {
    type    = "ipaddr"
    content = var.origin
    port    = 443
  }
}

resource "alicloud_cdn_domain_config" "https" {
  domain_name   = alicloud_cdn_domain_new.this.domain_name
  function_name = "https_force"

  function_args {
    arg_name  = "enable"
    arg_value = "on"
  }
}

resource "alicloud_cdn_domain_config" "host" {
  count = var.as_host == null ? 0 : 1

  domain_name   = alicloud_cdn_domain_new.this.domain_name
  function_name = "set_req_host_header"

  function_args {
    arg_name  = "domain_name"
    arg_value = var.as_host
  }
}

resource "alicloud_alidns_record" "this" {
  domain_name = var.domain_name
  rr          = var.rr
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.this.cname
}
