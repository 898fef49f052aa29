terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "zones" {
  type    = list(string)
  default = ["cn-hangzhou-j", "cn-hangzhou-k"]
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_vpc" "web" {
  vpc_name    = "web"
  cidr_block  = "10.0.0.0/16"
  enable_ipv6 = true
}

resource "alicloud_vswitch" "web" {
  count = 2

  vpc_id               = alicloud_vpc.web.id
  zone_id              = var.zones[count.index]
  cidr_block           = "10.0.${count.index}.0/24"
  ipv6_cidr_block_mask = count.index
}

resource "alicloud_vpc_ipv6_gateway" "web" {
  vpc_id = alicloud_vpc.web.id
}

module "open" {
  source     = "./balancer"
  depends_on = [alicloud_vpc_ipv6_gateway.web]

  name              = "open"
  vpc_id            = alicloud_vpc.web.id
  vswitches         = alicloud_vswitch.web[*].id
  zones             = var.zones
  ipv6_address_type = "Internet"
}

module "closed" {
  source     = "./balancer"
  depends_on = [alicloud_vpc_ipv6_gateway.web]

  name              = "closed"
  vpc_id            = alicloud_vpc.web.id
  vswitches         = alicloud_vswitch.web[*].id
  zones             = var.zones
  ipv6_address_type = "Intranet"
}

resource "alicloud_alidns_record" "v6" {
  domain_name = "example.com"
  rr          = "v6"
  type        = "CNAME"
  value       = module.open.dns_name
}

resource "alicloud_alidns_record" "intern" {
  domain_name = "example.com"
  rr          = "intern"
  type        = "CNAME"
  value       = module.closed.dns_name
}
