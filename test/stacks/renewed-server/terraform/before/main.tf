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

resource "alicloud_instance" "old" {
  instance_type              = "ecs.g7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_charge_type       = "PrePaid"
  period                     = 1
  internet_max_bandwidth_out = 5
  security_groups            = [alicloud_security_group.web.id]
  vswitch_id                 = "vsw-bp10000000000000000"
}
