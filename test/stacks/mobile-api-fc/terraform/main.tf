terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-shanghai"
}

resource "alicloud_fcv3_function" "api" {
  function_name = "api"
  runtime       = "nodejs20"
  handler       = "index.handler"
  memory_size   = 512
  cpu           = 0.5
  disk_size     = 512

  code {
    zip_file = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="
  }
}

resource "alicloud_fcv3_trigger" "http" {
  function_name  = alicloud_fcv3_function.api.function_name
  trigger_name   = "http"
  trigger_type   = "http"
  qualifier      = "LATEST"
  trigger_config = jsonencode({ authType = "anonymous", methods = ["GET", "POST"] })
}

resource "alicloud_fcv3_custom_domain" "api" {
  custom_domain_name = "api.example.cn"
  protocol           = "HTTPS"

  route_config {
    routes {
      path          = "/*"
      function_name = "api"
    }
  }
}

resource "alicloud_alidns_record" "api" {
  domain_name = "example.cn"
  rr          = "api"
  type        = "CNAME"
  value       = "1000000000000001.cn-shanghai.fc.aliyuncs.com"
}
