terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-chengdu"
}

resource "alicloud_simple_application_server_instance" "blog" {
  image_id     = "wordpress"
  plan_id      = "swas.s.c2m2s50b4t08"
  payment_type = "Subscription"
  period       = 1
}

resource "alicloud_simple_application_server_firewall_rule" "https" {
  instance_id   = alicloud_simple_application_server_instance.blog.id
  port          = "443"
  rule_protocol = "Tcp"
}
