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

variable "address_type" {
  type = string
}

# Fixed private addresses, one in each zone.
variable "addresses" {
  type    = list(string)
  default = [null, null]
}

variable "rule" {
  type = string
}

variable "hosts" {
  type = list(string)
}

variable "group_id" {
  type = string
}

resource "alicloud_alb_load_balancer" "this" {
  load_balancer_name     = var.name
  vpc_id                 = var.vpc_id
  address_type           = var.address_type
  address_allocated_mode = "Fixed"
  load_balancer_edition  = "Standard"

  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }

  zone_mappings {
    vswitch_id       = var.vswitches[0]
    zone_id          = var.zones[0]
    intranet_address = var.addresses[0]
  }

  zone_mappings {
    vswitch_id       = var.vswitches[1]
    zone_id          = var.zones[1]
    intranet_address = var.addresses[1]
  }
}

resource "alicloud_alb_listener" "https" {
  load_balancer_id  = alicloud_alb_load_balancer.this.id
  listener_protocol = "HTTPS"
  listener_port     = 443

  certificates {
    certificate_id = "1000001-cn-hangzhou"
  }

  default_actions {
    type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        server_group_id = var.group_id
      }
    }
  }
}

resource "alicloud_alb_listener" "http" {
  load_balancer_id  = alicloud_alb_load_balancer.this.id
  listener_protocol = "HTTP"
  listener_port     = 80

  default_actions {
    type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        server_group_id = var.group_id
      }
    }
  }
}

resource "alicloud_alb_rule" "http" {
  rule_name   = "${var.name}-http"
  listener_id = alicloud_alb_listener.http.id
  priority    = 1

  rule_conditions {
    type = "Path"

    path_config {
      values = ["/*"]
    }
  }

  rule_actions {
    type  = "Redirect"
    order = 1

    redirect_config {
      protocol = "HTTPS"
      port     = "443"
    }
  }
}

resource "alicloud_alb_rule" "hosts" {
  rule_name   = var.rule
  listener_id = alicloud_alb_listener.https.id
  priority    = 10

  rule_conditions {
    type = "Host"

    host_config {
      values = var.hosts
    }
  }

  rule_actions {
    type  = "ForwardGroup"
    order = 1

    forward_group_config {
      server_group_tuples {
        server_group_id = var.group_id
      }
    }
  }
}

output "dns_name" {
  value = alicloud_alb_load_balancer.this.dns_name
}

output "addresses" {
  value = var.addresses
}
