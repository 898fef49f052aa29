terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "name" {
  type = string
}

variable "zone_id" {
  type = string
}

resource "alicloud_vpc" "site" {
  vpc_name   = var.name
  cidr_block = "10.60.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  zone_id    = var.zone_id
  cidr_block = "10.60.0.0/24"
}

resource "alicloud_security_group" "site" {
  security_group_name = var.name
  vpc_id              = alicloud_vpc.site.id
}

resource "alicloud_security_group_rule" "site" {
  for_each = {
    "80/80"   = "0.0.0.0/0"
    "443/443" = "0.0.0.0/0"
    "22/22"   = "192.0.2.0/24"
  }

  security_group_id = alicloud_security_group.site.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = each.key
  cidr_ip           = each.value
}

resource "alicloud_instance" "site" {
  instance_type   = "ecs.g8i.large"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.site.id]
  vswitch_id      = alicloud_vswitch.site.id
}

resource "alicloud_eip_address" "site" {
  address_name         = var.name
  bandwidth            = "50"
  internet_charge_type = "PayByTraffic"
}

resource "alicloud_eip_association" "site" {
  allocation_id = alicloud_eip_address.site.id
  instance_id   = alicloud_instance.site.id
  instance_type = "EcsInstance"
}

output "address" {
  value = alicloud_eip_address.site.ip_address
}
