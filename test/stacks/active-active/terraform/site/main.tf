terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "region" {
  type = string
}

variable "zone_id" {
  type = string
}

resource "alicloud_vpc" "site" {
  vpc_name   = var.region
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  zone_id    = var.zone_id
  cidr_block = "10.0.1.0/24"
}

resource "alicloud_slb_load_balancer" "site" {
  load_balancer_name = var.region
  address_type       = "intranet"
  vswitch_id         = alicloud_vswitch.site.id
  load_balancer_spec = "slb.s2.small"
}

resource "alicloud_slb_listener" "site" {
  load_balancer_id = alicloud_slb_load_balancer.site.id
  protocol         = "http"
  frontend_port    = 80
  backend_port     = 80
  bandwidth        = 10
}

resource "alicloud_eip_address" "site" {
  address_name = var.region
  bandwidth    = "100"
}

resource "alicloud_eip_association" "site" {
  allocation_id = alicloud_eip_address.site.id
  instance_id   = alicloud_slb_load_balancer.site.id
  instance_type = "SlbInstance"
}

output "address" {
  value = alicloud_eip_address.site.ip_address
}
