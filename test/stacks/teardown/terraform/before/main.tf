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

resource "alicloud_security_group" "web" {
  security_group_name = "web"
  vpc_id              = "vpc-bp10000000000000000"
}

resource "alicloud_instance" "filing" {
  instance_type              = "ecs.g7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_charge_type       = "PrePaid"
  period                     = 12
  renewal_status             = "AutoRenewal"
  auto_renew_period          = 12
  internet_max_bandwidth_out = 5
  security_groups            = [alicloud_security_group.web.id]
  vswitch_id                 = "vsw-bp10000000000000000"
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "A"
  value       = alicloud_instance.filing.public_ip
}

resource "alicloud_oss_bucket" "farewell" {
  bucket = "farewell-example"
}

resource "alicloud_alidns_record" "archive" {
  domain_name = "example.com"
  rr          = "archive"
  type        = "CNAME"
  value       = "example.github.io"
  status      = "ENABLE"
}
