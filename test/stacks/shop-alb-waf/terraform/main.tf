terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "domain" {
  type    = string
  default = "example.com"
}

variable "zones" {
  type    = list(string)
  default = ["cn-shanghai-l", "cn-shanghai-m"]
}

provider "alicloud" {
  region = "cn-shanghai"
}

resource "alicloud_vpc" "shop" {
  vpc_name   = "shop"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "shop" {
  count = 2

  vpc_id     = alicloud_vpc.shop.id
  zone_id    = var.zones[count.index]
  cidr_block = "10.0.${count.index}.0/24"
}

resource "alicloud_security_group" "shop" {
  security_group_name = "shop"
  vpc_id              = alicloud_vpc.shop.id
}

resource "alicloud_instance" "shop" {
  count = 2

  instance_type   = "ecs.c7.xlarge"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.shop.id]
  vswitch_id      = alicloud_vswitch.shop[count.index].id
}

resource "alicloud_alb_load_balancer" "shop" {
  load_balancer_name    = "shop"
  vpc_id                = alicloud_vpc.shop.id
  address_type          = "Internet"
  load_balancer_edition = "StandardWithWaf"

  load_balancer_billing_config {
    pay_type = "PayAsYouGo"
  }

  zone_mappings {
    vswitch_id = alicloud_vswitch.shop[0].id
    zone_id    = alicloud_vswitch.shop[0].zone_id
  }

  zone_mappings {
    vswitch_id = alicloud_vswitch.shop[1].id
    zone_id    = alicloud_vswitch.shop[1].zone_id
  }
}

resource "alicloud_alb_server_group" "shop" {
  server_group_name = "shop"
  vpc_id            = alicloud_vpc.shop.id
  protocol          = "HTTP"

  health_check_config {
    health_check_enabled = true
  }

  sticky_session_config {
    sticky_session_enabled = false
  }

  servers {
    server_type = "Ecs"
    server_id   = alicloud_instance.shop[0].id
    port        = 8080
  }

  servers {
    server_type = "Ecs"
    server_id   = alicloud_instance.shop[1].id
    port        = 8080
  }
}

resource "alicloud_alb_listener" "https" {
  load_balancer_id  = alicloud_alb_load_balancer.shop.id
  listener_protocol = "HTTPS"
  listener_port     = 443

  certificates {
    certificate_id = "cert-1"
  }

  default_actions {
    type = "ForwardGroup"

    forward_group_config {
      server_group_tuples {
        server_group_id = alicloud_alb_server_group.shop.id
      }
    }
  }
}

resource "alicloud_wafv3_instance" "shop" {
}

resource "alicloud_wafv3_domain" "shop" {
  instance_id = alicloud_wafv3_instance.shop.id
  domain      = "shop.${var.domain}"
  access_type = "share"

  listen {
    https_ports = [443]
    cert_id     = "cert-1"
  }

  redirect {
    loadbalance = "iphash"
    backends    = [alicloud_alb_load_balancer.shop.dns_name]
  }
}

resource "alicloud_alidns_record" "shop" {
  domain_name = var.domain
  rr          = "shop"
  type        = "CNAME"
  value       = "shop.${var.domain}.c.yundunwaf2.com"
}

# The name without WAF, kept for the certificate authority.
resource "alicloud_alidns_record" "direct" {
  domain_name = var.domain
  rr          = "direct"
  type        = "CNAME"
  value       = alicloud_alb_load_balancer.shop.dns_name
}
