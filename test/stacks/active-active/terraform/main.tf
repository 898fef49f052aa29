terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "domain" {
  type    = string
  default = "example.com"
}

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "singapore"
  region = "ap-southeast-1"
}

module "hangzhou" {
  source = "./site"

  region  = "cn-hangzhou"
  zone_id = "cn-hangzhou-j"
}

module "singapore" {
  source = "./site"

  providers = {
    alicloud = alicloud.singapore
  }

  region  = "ap-southeast-1"
  zone_id = "ap-southeast-1a"
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "A"
  line        = "default"
  value       = module.hangzhou.address
}

resource "alicloud_alidns_record" "www_oversea" {
  domain_name = var.domain
  rr          = "www"
  type        = "A"
  line        = "oversea"
  value       = module.singapore.address
}

resource "alicloud_alidns_record" "apex" {
  domain_name = var.domain
  rr          = "@"
  type        = "A"
  line        = "default"
  value       = module.hangzhou.address
}

resource "alicloud_alidns_record" "sg" {
  domain_name = var.domain
  rr          = "sg"
  type        = "A"
  line        = "default"
  value       = module.singapore.address
}
