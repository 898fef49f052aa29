terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "accelerate_region" {
  type = string
}

variable "endpoint" {
  type = string
}

resource "alicloud_ga_accelerator" "this" {
  bandwidth_billing_type = "CDT"
  payment_type           = "PayAsYouGo"
}

resource "alicloud_ga_ip_set" "this" {
  accelerator_id       = alicloud_ga_accelerator.this.id
  accelerate_region_id = var.accelerate_region
  bandwidth            = 10
}

resource "alicloud_ga_listener" "this" {
  accelerator_id = alicloud_ga_accelerator.this.id
  protocol       = "HTTP"

  port_ranges {
    from_port = 80
    to_port   = 80
  }
}

resource "alicloud_ga_endpoint_group" "this" {
  accelerator_id        = alicloud_ga_accelerator.this.id
  listener_id           = alicloud_ga_listener.this.id
  endpoint_group_region = "cn-hongkong"

  endpoint_configurations {
    type     = "PublicIp"
    endpoint = var.endpoint
    weight   = 100
  }
}

output "id" {
  value = alicloud_ga_accelerator.this.id
}

output "address" {
  value = alicloud_ga_ip_set.this.ip_address_list[0]
}
