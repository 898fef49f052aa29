terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "incoming" {
  type    = string
  default = "47.98.10.30"
}

variable "maintenance" {
  type    = string
  default = "47.98.10.31"
}

# The network's own ids, as its team has written them down.
variable "forward_table_id" {
  type    = string
  default = "ftb-bp1000000000000001"
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_security_group" "site" {
  security_group_name = "site"
  vpc_id              = "vpc-bp1000000000000001"
}

resource "alicloud_security_group_rule" "site" {
  for_each = toset(["22", "443"])

  security_group_id = alicloud_security_group.site.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "${each.key}/${each.key}"
  cidr_ip           = "0.0.0.0/0"
}

resource "alicloud_instance" "site" {
  for_each = { web = "10.90.0.10", bastion = "10.90.0.11" }

  instance_type   = "ecs.g8i.xlarge"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.site.id]
  vswitch_id      = "vsw-bp1000000000000001"
  private_ip      = each.value
}

resource "alicloud_forward_entry" "ssh" {
  forward_table_id = var.forward_table_id
  external_ip      = var.incoming
  external_port    = "22"
  ip_protocol      = "tcp"
  internal_ip      = "10.90.0.11"
  internal_port    = "22"
}

resource "alicloud_forward_entry" "https" {
  forward_table_id = var.forward_table_id
  external_ip      = var.incoming
  external_port    = "443"
  ip_protocol      = "tcp"
  internal_ip      = "10.90.0.10"
  internal_port    = "443"
}

resource "alicloud_forward_entry" "maintenance" {
  forward_table_id = var.forward_table_id
  external_ip      = var.maintenance
  external_port    = "22"
  ip_protocol      = "tcp"
  internal_ip      = "10.90.0.11"
  internal_port    = "22"
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "A"
  value       = var.incoming
}

resource "alicloud_alidns_record" "ssh" {
  domain_name = "example.com"
  rr          = "ssh"
  type        = "A"
  value       = var.maintenance
}

module "static" {
  source = "./accelerated"

  rr          = "static"
  domain_name = "example.com"
  origin      = var.incoming
}

module "images" {
  source = "./accelerated"

  rr          = "img"
  domain_name = "example.com"
  origin      = var.incoming
  as_host     = "img.example.net"
}

module "assets" {
  source = "./accelerated"

  rr          = "assets"
  domain_name = "example.net"
  origin      = var.incoming
  as_host     = "assets.example.com"
}
