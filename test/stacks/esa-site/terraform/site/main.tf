terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "site_name" {
  type = string
}

variable "coverage" {
  type = string
}

resource "alicloud_esa_rate_plan_instance" "site" {
  type         = "NS"
  plan_name    = "medium"
  period       = 12
  coverage     = var.coverage
  payment_type = "Subscription"
}

resource "alicloud_esa_site" "site" {
  site_name   = var.site_name
  instance_id = alicloud_esa_rate_plan_instance.site.id
  access_type = "NS"
}

resource "alicloud_esa_record" "www" {
  site_id     = alicloud_esa_site.site.id
  record_name = "www.${var.site_name}"
  record_type = "CNAME"
  proxied     = true
  biz_name    = "web"
  source_type = "Domain"

  data {
    value = "origin.example.net"
  }
}
