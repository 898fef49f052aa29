terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "zones" {
  type    = list(string)
  default = ["cn-shenzhen-e", "cn-shenzhen-f"]
}

variable "tags" {
  type    = map(string)
  default = { app = "storefront", stage = "dev" }
}

provider "alicloud" {
  region = "cn-shenzhen"
}

resource "alicloud_vpc" "storefront" {
  vpc_name   = "storefront"
  cidr_block = "10.50.0.0/16"
  tags       = var.tags
}

resource "alicloud_vswitch" "storefront" {
  count = 2

  vpc_id     = alicloud_vpc.storefront.id
  zone_id    = var.zones[count.index]
  cidr_block = "10.50.${count.index}.0/24"
  tags       = var.tags
}

resource "alicloud_security_group" "storefront" {
  security_group_name = "storefront"
  vpc_id              = alicloud_vpc.storefront.id
  tags                = var.tags
}

resource "alicloud_security_group_rule" "gateways" {
  security_group_id = alicloud_security_group.storefront.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "8000/8100"
  cidr_ip           = "10.50.0.0/16"
}

resource "alicloud_instance" "storefront" {
  count = 2

  instance_type   = "ecs.c8i.2xlarge"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.storefront.id]
  vswitch_id      = alicloud_vswitch.storefront[count.index].id
  tags            = var.tags
}

module "pages" {
  source = "./group"

  name    = "pages"
  port    = 8000
  vpc_id  = alicloud_vpc.storefront.id
  servers = alicloud_instance.storefront[*].id
  tags    = var.tags
}

module "api" {
  source = "./group"

  name    = "api"
  port    = 8080
  vpc_id  = alicloud_vpc.storefront.id
  servers = alicloud_instance.storefront[*].id
  tags    = var.tags
}

module "reports" {
  source = "./group"

  name    = "reports"
  port    = 8090
  vpc_id  = alicloud_vpc.storefront.id
  servers = alicloud_instance.storefront[*].id
  tags    = var.tags
}

# What customers see: one rule for all names of the shop.
module "front" {
  source = "./gateway"

  name         = "front"
  vpc_id       = alicloud_vpc.storefront.id
  vswitches    = alicloud_vswitch.storefront[*].id
  zones        = var.zones
  address_type = "Internet"
  rule         = "shop"
  hosts        = ["www.example.com", "m.example.com", "www.example.net", "shop.example.net"]
  group_id     = module.pages.id
}

# What partners call: the gateway of the inside, lent to the public by its fixed addresses.
module "inside" {
  source = "./gateway"

  name         = "inside"
  vpc_id       = alicloud_vpc.storefront.id
  vswitches    = alicloud_vswitch.storefront[*].id
  zones        = var.zones
  address_type = "Intranet"
  addresses    = ["10.50.0.200", "10.50.1.200"]
  rule         = "api"
  hosts        = ["api.example.com"]
  group_id     = module.api.id
}

resource "alicloud_nlb_load_balancer" "partners" {
  vpc_id             = alicloud_vpc.storefront.id
  address_type       = "Internet"
  load_balancer_type = "Network"
  tags               = var.tags

  zone_mappings {
    vswitch_id = alicloud_vswitch.storefront[0].id
    zone_id    = alicloud_vswitch.storefront[0].zone_id
  }

  zone_mappings {
    vswitch_id = alicloud_vswitch.storefront[1].id
    zone_id    = alicloud_vswitch.storefront[1].zone_id
  }
}

resource "alicloud_nlb_server_group" "partners" {
  server_group_name          = "partners"
  server_group_type          = "Ip"
  protocol                   = "TCP"
  vpc_id                     = alicloud_vpc.storefront.id
  preserve_client_ip_enabled = true

  health_check {
    health_check_enabled = true
  }
}

resource "alicloud_nlb_server_group_server_attachment" "partners" {
  for_each = toset(module.inside.addresses)

  server_group_id = alicloud_nlb_server_group.partners.id
  server_type     = "Ip"
  server_id       = each.key
  server_ip       = each.key
  port            = 443
}

resource "alicloud_nlb_listener" "partners" {
  load_balancer_id  = alicloud_nlb_load_balancer.partners.id
  listener_protocol = "TCP"
  listener_port     = 443
  server_group_id   = alicloud_nlb_server_group.partners.id
}

# What only the company sees.
module "office" {
  source = "./gateway"

  name         = "office"
  vpc_id       = alicloud_vpc.storefront.id
  vswitches    = alicloud_vswitch.storefront[*].id
  zones        = var.zones
  address_type = "Intranet"
  rule         = "reports"
  hosts        = ["reports.example.com"]
  group_id     = module.reports.id
}

resource "alicloud_alidns_record" "www_com" {
  domain_name = "example.com"
  rr          = "www"
  type        = "CNAME"
  value       = module.front.dns_name
}

resource "alicloud_alidns_record" "m" {
  domain_name = "example.com"
  rr          = "m"
  type        = "CNAME"
  value       = module.front.dns_name
}

resource "alicloud_alidns_record" "www_net" {
  domain_name = "example.net"
  rr          = "www"
  type        = "CNAME"
  value       = module.front.dns_name
}

resource "alicloud_alidns_record" "shop" {
  domain_name = "example.net"
  rr          = "shop"
  type        = "CNAME"
  value       = module.front.dns_name
}

resource "alicloud_alidns_record" "api" {
  domain_name = "example.com"
  rr          = "api"
  type        = "CNAME"
  value       = alicloud_nlb_load_balancer.partners.dns_name
}

resource "alicloud_alidns_record" "reports" {
  domain_name = "example.com"
  rr          = "reports"
  type        = "CNAME"
  value       = module.office.dns_name
}
