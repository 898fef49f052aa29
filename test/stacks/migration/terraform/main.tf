terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-guangzhou"
}

resource "alicloud_security_group" "web" {
  security_group_name = "web"
  vpc_id              = "vpc-7xv0000000000000000"
}

resource "alicloud_security_group_rule" "http" {
  security_group_id = alicloud_security_group.web.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "80/80"
  cidr_ip           = "0.0.0.0/0"
}

resource "alicloud_instance" "web" {
  instance_type              = "ecs.g7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_charge_type       = "PostPaid"
  internet_max_bandwidth_out = 10
  security_groups            = [alicloud_security_group.web.id]
  vswitch_id                 = "vsw-7xv0000000000000000"
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}

resource "alicloud_alidns_record" "former" {
  for_each = {
    "@"  = "121.36.10.20"
    mail = "121.36.10.21"
  }

  domain_name = "example.com"
  rr          = each.key
  type        = "A"
  value       = each.value
}
