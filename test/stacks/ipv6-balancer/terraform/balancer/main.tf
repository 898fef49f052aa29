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

variable "vpc_id" {
  type = string
}

variable "vswitches" {
  type = list(string)
}

variable "zones" {
  type = list(string)
}

variable "ipv6_address_type" {
  type = string
}

resource "alicloud_alb_load_balancer" "this" {
  load_balancer_name    = var.name
  vpc_id                = var.vpc_id
  address_type          = "Intranet"
  address_ip_version    = "DualStack"
  ipv6_address_type     = var.ipv6_address_type
  load_balancer_edition = "Standard"

  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }

  zone_mappings {
    vswitch_id = var.vswitches[0]
    zone_id    = var.zones[0]
  }

  zone_mappings {
    vswitch_id = var.vswitches[1]
    zone_id    = var.zones[1]
  }
}

resource "alicloud_alb_listener" "this" {
  load_balancer_id  = alicloud_alb_load_balancer.this.id
  listener_protocol = "HTTP"
  listener_port     = 80

  default_actions {
    type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        server_group_id = "sgp-0000000000000000"
      }
    }
  }
}

output "dns_name" {
  value = alicloud_alb_load_balancer.this.dns_name
}
