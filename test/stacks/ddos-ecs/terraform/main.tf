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

resource "alicloud_security_group" "game" {
  security_group_name = "game"
  vpc_id              = "vpc-bp10000000000000000"
}

resource "alicloud_instance" "game" {
  instance_type   = "ecs.g7.large"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.game.id]
  vswitch_id      = "vsw-bp10000000000000000"
}

resource "alicloud_eip_address" "game" {
  bandwidth = "50"
}

resource "alicloud_eip_association" "game" {
  allocation_id = alicloud_eip_address.game.id
  instance_id   = alicloud_instance.game.id
}

resource "alicloud_ddoscoo_instance" "shield" {
  name              = "shield"
  bandwidth         = "30"
  base_bandwidth    = "30"
  service_bandwidth = "100"
  port_count        = "50"
  domain_count      = "50"
}

resource "alicloud_ddoscoo_domain_resource" "www" {
  domain       = "www.${var.domain}"
  instance_ids = [alicloud_ddoscoo_instance.shield.id]
  real_servers = [alicloud_eip_address.game.ip_address]
  rs_type      = 0

  proxy_types {
    proxy_type  = "https"
    proxy_ports = [443]
  }
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "CNAME"
  value       = alicloud_ddoscoo_domain_resource.www.cname
}
