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

resource "alicloud_vpc" "office" {
  vpc_name   = "office"
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "office" {
  vpc_id     = alicloud_vpc.office.id
  zone_id    = "cn-hangzhou-j"
  cidr_block = "10.0.1.0/24"
}

resource "alicloud_nat_gateway" "office" {
  vpc_id       = alicloud_vpc.office.id
  vswitch_id   = alicloud_vswitch.office.id
  nat_type     = "Enhanced"
  payment_type = "PayAsYouGo"
}

resource "alicloud_eip_address" "incoming" {
  bandwidth = "10"
}

resource "alicloud_eip_association" "incoming" {
  allocation_id = alicloud_eip_address.incoming.id
  instance_id   = alicloud_nat_gateway.office.id
  instance_type = "Nat"
}

resource "alicloud_eip_address" "outgoing" {
  bandwidth = "10"
}

resource "alicloud_eip_association" "outgoing" {
  allocation_id = alicloud_eip_address.outgoing.id
  instance_id   = alicloud_nat_gateway.office.id
  instance_type = "Nat"
}

resource "alicloud_snat_entry" "outgoing" {
  snat_table_id     = alicloud_nat_gateway.office.snat_table_ids
  source_vswitch_id = alicloud_vswitch.office.id
  snat_ip           = alicloud_eip_address.outgoing.ip_address
}

resource "alicloud_forward_entry" "wiki" {
  forward_table_id = alicloud_nat_gateway.office.forward_table_ids
  external_ip      = alicloud_eip_address.incoming.ip_address
  external_port    = "8443"
  ip_protocol      = "tcp"
  internal_ip      = "10.0.1.10"
  internal_port    = "443"
}

resource "alicloud_alidns_record" "wiki" {
  domain_name = "example.com"
  rr          = "wiki"
  type        = "A"
  value       = alicloud_eip_address.incoming.ip_address
}

resource "alicloud_alidns_record" "office" {
  domain_name = "example.com"
  rr          = "office"
  type        = "A"
  value       = alicloud_eip_address.outgoing.ip_address
}
