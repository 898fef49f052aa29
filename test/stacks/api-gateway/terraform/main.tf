terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-beijing"
}

resource "alicloud_api_gateway_group" "orders" {
  name        = "orders"
  description = "Orders"
}

resource "alicloud_api_gateway_api" "list" {
  name         = "list"
  group_id     = alicloud_api_gateway_group.orders.id
  description  = "Lists orders"
  auth_type    = "ANONYMOUS"
  service_type = "HTTP"

  request_config {
    protocol = "HTTP"
    method   = "GET"
    path     = "/orders"
    mode     = "MAPPING"
  }

  http_service_config {
    address = "http://10.0.0.10:8080"
    method  = "GET"
    path    = "/orders"
    timeout = 12
  }
}

resource "alicloud_alidns_record" "api" {
  domain_name = "example.com"
  rr          = "api"
  type        = "CNAME"
  value       = alicloud_api_gateway_group.orders.sub_domain
}
