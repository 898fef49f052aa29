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

resource "alicloud_vpc" "site" {
  vpc_name   = "site"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  zone_id    = "cn-hangzhou-j"
  cidr_block = "10.0.1.0/24"
}

resource "alicloud_security_group" "site" {
  security_group_name = "site"
  vpc_id              = alicloud_vpc.site.id
}

resource "alicloud_security_group_rule" "web" {
  for_each = toset(["80", "443"])

  security_group_id = alicloud_security_group.site.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "${each.key}/${each.key}"
  cidr_ip           = "0.0.0.0/0"
}

resource "alicloud_instance" "page" {
  instance_type              = "ecs.g7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_charge_type       = "PrePaid"
  period                     = 12
  renewal_status             = "AutoRenewal"
  auto_renew_period          = 12
  internet_max_bandwidth_out = 5
  security_groups            = [alicloud_security_group.site.id]
  vswitch_id                 = alicloud_vswitch.site.id
}

resource "alicloud_alidns_record" "site" {
  for_each = toset(["@", "www"])

  domain_name = "example.com"
  rr          = each.key
  type        = "A"
  value       = alicloud_instance.page.public_ip
}
