terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-shenzhen"
}

resource "alicloud_alidns_domain" "zone" {
  domain_name = "example.com"
}

resource "alicloud_vpc" "web" {
  vpc_name   = "web"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "web" {
  vpc_id     = alicloud_vpc.web.id
  zone_id    = "cn-shenzhen-d"
  cidr_block = "10.0.1.0/24"
}

resource "alicloud_security_group" "web" {
  security_group_name = "web"
  vpc_id              = alicloud_vpc.web.id
}

resource "alicloud_security_group_rule" "web" {
  security_group_id = alicloud_security_group.web.id
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "443/443"
  cidr_ip           = "0.0.0.0/0"
}

resource "alicloud_instance" "web" {
  instance_type   = "ecs.g7.large"
  image_id        = "aliyun_3_x64_20G_alibase_20240819.vhd"
  security_groups = [alicloud_security_group.web.id]
  vswitch_id      = alicloud_vswitch.web.id
}

resource "alicloud_eip_address" "web" {
  bandwidth = "5"
}

resource "alicloud_eip_association" "web" {
  allocation_id = alicloud_eip_address.web.id
  instance_id   = alicloud_instance.web.id
}

# The address wrapped, the zone's name looked up: only what they depend on is left.
resource "alicloud_alidns_record" "www" {
  domain_name = alicloud_alidns_domain.zone.domain_name
  rr          = "www"
  type        = "A"
  value       = format("%s", alicloud_eip_address.web.ip_address)
}

# A name that only the deployment makes up.
resource "alicloud_alidns_record" "preview" {
  domain_name = alicloud_alidns_domain.zone.domain_name
  rr          = "preview-${alicloud_instance.web.id}"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}

# Whether this one covers the mainland, nobody can say yet.
resource "alicloud_cdn_domain_new" "static" {
  domain_name = "static.example.com"
  cdn_type    = "web"
  scope       = alicloud_instance.web.primary_ip_address == "10.0.1.1" ? "domestic" : "overseas"

  sources {
    type    = "ipaddr"
    content = alicloud_eip_address.web.ip_address
    port    = 443
  }
}
