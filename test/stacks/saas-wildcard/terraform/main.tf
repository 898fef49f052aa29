terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "zones" {
  type    = list(string)
  default = ["cn-hangzhou-j", "cn-hangzhou-k"]
}

variable "tenant_hosts" {
  type    = list(string)
  default = ["shop.example.net", "www.example.cn"]
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_vpc" "app" {
  vpc_name   = "app"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "app" {
  count = 2

  vpc_id     = alicloud_vpc.app.id
  zone_id    = var.zones[count.index]
  cidr_block = "10.0.${count.index}.0/24"
}

resource "alicloud_security_group" "app" {
  security_group_name = "app"
  vpc_id              = alicloud_vpc.app.id
}

resource "alicloud_instance" "app" {
  count = 2

  instance_type        = "ecs.c7.xlarge"
  image_id             = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_charge_type = "PrePaid"
  period               = 12
  renewal_status       = "AutoRenewal"
  auto_renew_period    = 12
  security_groups      = [alicloud_security_group.app.id]
  vswitch_id           = alicloud_vswitch.app[count.index].id
}

resource "alicloud_alb_load_balancer" "app" {
  load_balancer_name    = "app"
  vpc_id                = alicloud_vpc.app.id
  address_type          = "Internet"
  load_balancer_edition = "Standard"

  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }

  zone_mappings {
    vswitch_id = alicloud_vswitch.app[0].id
    zone_id    = alicloud_vswitch.app[0].zone_id
  }

  zone_mappings {
    vswitch_id = alicloud_vswitch.app[1].id
    zone_id    = alicloud_vswitch.app[1].zone_id
  }
}

resource "alicloud_alb_server_group" "app" {
  server_group_name = "app"
  vpc_id            = alicloud_vpc.app.id
  protocol          = "HTTP"

  health_check_config {
    health_check_enabled = true
  }

  sticky_session_config {
    sticky_session_enabled = false
  }

  servers {
    server_type = "Ecs"
    server_id   = alicloud_instance.app[0].id
    port        = 80
  }

  servers {
    server_type = "Ecs"
    server_id   = alicloud_instance.app[1].id
    port        = 80
  }
}

resource "alicloud_alb_listener" "https" {
  load_balancer_id  = alicloud_alb_load_balancer.app.id
  listener_protocol = "HTTPS"
  listener_port     = 443

  certificates {
    certificate_id = "cert-1"
  }

  default_actions {
    type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.app.id
      }
    }
  }
}

resource "alicloud_alb_rule" "tenants" {
  rule_name   = "tenants"
  listener_id = alicloud_alb_listener.https.id
  priority    = 10

  rule_conditions {
    type = "Host"

    host_config {
      values = concat(["*.app.example.com"], var.tenant_hosts)
    }
  }

  rule_actions {
    type  = "ForwardGroup"
    order = 1

    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.app.id
      }
    }
  }
}

resource "alicloud_alidns_record" "tenants" {
  domain_name = "example.com"
  rr          = "*.app"
  type        = "CNAME"
  value       = alicloud_alb_load_balancer.app.dns_name
}
